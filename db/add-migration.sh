#!/usr/bin/env bash
# Adds one migration of the same name on every engine and writes the readable schema beside it: db/add-migration.sh Name
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?the name of the migration}
dotnet tool restore
dotnet build src/Host -p:BuildWeb=false
for engine in Sqlite PostgreSql SqlServer; do
  dotnet ef migrations add "$name" --no-build --project "db/$engine" --startup-project src/Host -o Migrations -- "$engine"
done
dotnet build src/Host -p:BuildWeb=false
for engine in Sqlite PostgreSql SqlServer; do
  dotnet ef dbcontext script --no-build --project "db/$engine" --startup-project src/Host -o "db/$engine/schema.sql" -- "$engine"
done
