#!/usr/bin/env bash
# Measures the published server and prints, asserting nothing: cold start on an existing SQLite database until /health/ready
# answers 200 (median), building both GraphQL schemas in these starts (median of the sums), and resident memory after 30 s of idling. Needs bash, curl and Linux's /proc.
# Usage: tests/Benchmarks/start.sh [folder of a finished publish]   (RUNS=5 IDLE=30)
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${RUNS:-5} idle=${IDLE:-30} port=${PORT:-5999}
work=$(mktemp -d)
server=""
trap '[ -n "$server" ] && kill -9 "$server" 2> /dev/null; rm -rf "$work"' EXIT

app=${1:-}
if [ -z "$app" ]; then
  app=$work/app
  dotnet publish src/Host -c Release -o "$app" -v quiet -p:BuildWeb="${BUILD_WEB:-false}" > "$work/publish.log" 2>&1 || { tail -20 "$work/publish.log"; exit 1; }
fi

start() { dotnet "$app/ServiceCrm.Host.dll" --urls "http://127.0.0.1:$port" --DataDirectory "$work/data" --Logging:LogLevel:ServiceCrm.GraphQL Debug > "$work/server.log" 2>&1 & server=$!; }

wait_ready() { # asks every 20 ms, for a minute at most
  local i
  for ((i = 0; i < 3000; i++)); do
    curl --silent --fail --output /dev/null --max-time 5 "http://127.0.0.1:$port/health/ready" && return
    kill -0 "$server" 2> /dev/null || break
    read -r -t 0.02 <> <(:) || true
  done
  tail -5 "$work/server.log"
  return 1
}

stop() { kill -TERM "$server"; wait "$server" || true; server=""; }

start; wait_ready; stop # makes the database

times=() builds=()
for ((run = 1; run <= runs; run++)); do
  begin=$(date +%s%N)
  start
  wait_ready
  times+=($((($(date +%s%N) - begin) / 1000000)))
  stop
  builds+=("$(sed -n 's/.*Schema [a-z]* built in \([0-9]*\)\.[0-9]* ms.*/\1/p' "$work/server.log" | awk '{ sum += $1 } END { print sum }')")
done
built=($(printf '%s\n' "${builds[@]}" | sort -n))
sorted=($(printf '%s\n' "${times[@]}" | sort -n))
echo "building both schemas: median ${built[$((runs / 2))]} ms of ${builds[*]} (target 150)"
echo "cold start until ready: median ${sorted[$((runs / 2))]} ms of ${times[*]} (target 3000)"

start; wait_ready
read -r -t "$idle" <> <(:) || true
awk '/^(VmRSS|VmHWM|RssAnon)/ { printf "%s %d MB\n", $1, $2 / 1024 }' "/proc/$server/status" | sed "s/^/idle after $idle s: /"
echo "(target for VmRSS: 200 MB)"
stop
