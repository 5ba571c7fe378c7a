#!/usr/bin/env bash
# Runs everything: builds with warnings as errors, then every test project and the web tests, and counts them at the end.
# On Debian and Ubuntu as root it installs what the tests need (PostgreSQL, Chromium); elsewhere it says what is missing.
# Arguments are names of test projects to run alone, for example: ./test.sh Tickets GraphQL
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_CERT_REVOCATION_MODE=${NUGET_CERT_REVOCATION_MODE:-offline}
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
passed=0 failed=0 skipped=0
only=("$@")
failures="$results/failures"
touch "$failures"

fail() { echo "FAILED: $1"; echo "$1" >> "$failures"; failed=$((failed + 1)); }

# What failed is said again at the end, where somebody looks first.
finish() {
  if [ -s "$failures" ]; then
    echo
    echo "Failed:"
    sed 's/^/  /' "$failures"
  fi
  echo
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

wanted() { # name: whether the arguments ask for it
  [ ${#only[@]} -eq 0 ] && return 0
  local name
  for name in "${only[@]}"; do [ "$name" = "$1" ] && return 0; done
  return 1
}

install_what_tests_need() {
  local packages=()
  compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || packages+=(postgresql)
  [ -x "${CHROMIUM_PATH:-/usr/bin/chromium}" ] || packages+=(chromium)
  [ ${#packages[@]} -eq 0 ] && return
  if [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null; then
    echo "Installing ${packages[*]} for the tests ..."
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"; } > "$results/apt.log" 2>&1 \
      || { tail -5 "$results/apt.log"; echo "Could not install ${packages[*]}; the tests that need them are skipped."; }
  else
    echo "Not installed: ${packages[*]}. The tests that need them are skipped."
  fi
}

has_node() { command -v node > /dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]; }

# The web pages bring their packages with the build; the audit of the API and its clients have their own.
install_audit() {
  has_node || return 0
  (cd tests/GraphQL.Audit && npm ci --silent --no-audit --no-fund) > "$results/npm.log" 2>&1 || { tail -5 "$results/npm.log"; echo "The packages of the API's audit could not be installed; it is skipped."; }
}

install_clients() {
  has_node || return 0
  (cd tests/GraphQL.Clients && npm ci --silent --no-audit --no-fund) > "$results/npm.log" 2>&1 || { tail -5 "$results/npm.log"; echo "The packages of the API's clients could not be installed; they are skipped."; }
}

test_web() {
  if ! has_node; then
    echo "Node.js 20 or newer was not found: the web tests are skipped."
    skipped=$((skipped + 1))
    return
  fi
  (cd web && npm run --silent lint) || fail "web lint"
  (cd web && npx vitest run --reporter=default --reporter=json --outputFile.json="$results/web.json") || echo "Web tests did not all pass, see above." | tee -a "$failures"
  if [ -s "$results/web.json" ]; then
    read -r p f s < <(node -e 'const r = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log(r.numPassedTests, r.numFailedTests + r.numFailedTestSuites * (r.numFailedTests ? 0 : 1), r.numPendingTests + (r.numTodoTests ?? 0))' "$results/web.json")
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  else
    fail "web tests gave no result"
  fi
}

test_project() { # path of a test project
  local name log line
  name=$(basename "$1" .Tests)
  wanted "$name" || return
  log="$results/$name.log"
  echo
  echo "== $name"
  dotnet run --no-build --project "$1" -- -noLogo -noColor > "$log" 2>&1
  local code=$?
  # Passing tests say nothing; failures and the reasons of skipped ones are shown.
  grep -vE '^\s+(Discovering|Discovered|Starting|Finished)' "$log" | tail -n 300
  line=$(grep -E 'Total: *[0-9]+, Errors: *[0-9]+, Failed: *[0-9]+, Skipped: *[0-9]+' "$log" | tail -n 1)
  if [ -z "$line" ]; then
    fail "$name gave no result (exit code $code)"
    return
  fi
  read -r total errors fails skips < <(sed -E 's/.*Total: *([0-9]+), Errors: *([0-9]+), Failed: *([0-9]+), Skipped: *([0-9]+).*/\1 \2 \3 \4/' <<< "$line")
  # With each failed test the first lines of its reason.
  grep -A 12 -E '\[FAIL\]' "$log" | cut -c 1-300 >> "$failures"
  passed=$((passed + total - fails - skips))
  failed=$((failed + fails + errors))
  skipped=$((skipped + skips))
  [ "$code" -ne 0 ] && [ $((fails + errors)) -eq 0 ] && fail "$name ended with exit code $code"
}

install_what_tests_need
{ wanted GraphQL || wanted Host; } && install_audit
wanted Host && install_clients
echo "Building ..."
if ! dotnet build ServiceCrm.sln -v quiet -clp:ErrorsOnly; then
  fail "the build"
  finish
fi
for project in tests/*.Tests; do test_project "$project"; done
wanted Web && test_web
finish
