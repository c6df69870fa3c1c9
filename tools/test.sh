#!/bin/bash
# All tests, each told in one line as it ends; the last line is "N passed, N failed". `./readout test` comes here once
# everything needed is installed.
#   --quick   leave out the sanitizer build
#   --tidy    run clang-tidy over every source file too (long)
set -uo pipefail
cd "$(dirname "$0")/.." || exit

quick='' tidy=''
for word in "$@"; do
  case $word in
    --quick) quick=1 ;;
    --tidy) tidy=1 ;;
    *) echo "readout: test knows only --quick and --tidy, not $word" >&2; exit 2 ;;
  esac
done

logs=build/test-logs
rm -rf "$logs"
mkdir -p "$logs"
passed=0 failed=0 skipped=0

# told VERDICT NAME SECONDS
told() { printf '%-7s %-44s %4d s\n' "$1" "$2" "$3"; }

# check NAME COMMAND…: one test; its output is shown only when it fails.
check() {
  local name=$1 begin=$SECONDS
  local log=$logs/${name//[^a-z0-9]/_}.log
  shift
  if "$@" >"$log" 2>&1 </dev/null; then
    passed=$((passed + 1))
    told ok "$name" $((SECONDS - begin))
  else
    failed=$((failed + 1))
    told FAILED "$name" $((SECONDS - begin))
    tail -n 60 "$log" | sed 's/^/  | /'
  fi
}

# suite PRESET: configures, builds and runs the tests of a preset; each test counts for itself.
suite() {
  local preset=$1 begin=$SECONDS junit=$PWD/$logs/$1.xml
  check "$preset build" build "$preset"
  if [[ ! -e build/$preset/built_all ]]; then
    return
  fi
  begin=$SECONDS
  ctest --preset "$preset" --parallel "$(nproc)" --no-tests=error --output-junit "$junit" >"$logs/$preset-tests.log" 2>&1 </dev/null
  local all bad left
  all=$(count tests "$junit") bad=$(count failures "$junit") left=$(($(count skipped "$junit") + $(count disabled "$junit")))
  passed=$((passed + all - bad - left)) failed=$((failed + bad)) skipped=$((skipped + left))
  if ((all == 0)); then
    failed=$((failed + 1)) bad=1
  fi
  told "$( ((bad)) && echo FAILED || echo ok)" "$preset tests: $((all - bad - left)) of $((all - left))" $((SECONDS - begin))
  if ((bad)); then
    sed -n '/tests passed,/,$p' "$logs/$preset-tests.log" | head -n 40 | sed 's/^/  | /'
    grep -E 'Failure$|FAIL:|AssertionError|runtime error|ERROR: AddressSanitizer' -A6 "$logs/$preset-tests.log" | head -n 120 | sed 's/^/  | /'
  fi
}

build() {
  rm -f "build/$1/built_all"
  # The release build has the benchmarks in it too, so that they cannot rot.
  local benches=OFF
  [[ $1 != release ]] || benches=ON
  cmake --preset "$1" -DREADOUT_BENCHES=$benches && cmake --build "build/$1" --parallel "$(nproc)" && touch "build/$1/built_all"
}

# An attribute of the junit file's first element; 0 where there is none.
count() {
  local n
  n=$(grep -m1 -oE "\b$1=\"[0-9]+\"" "$2" 2>/dev/null | grep -oE '[0-9]+')
  echo "${n:-0}"
}

sources() { find apps benches include src tests train -name '*.[ch]pp' | sort; }

formatting() { sources | xargs clang-format --dry-run --Werror; }
shell_scripts() { shellcheck readout .ci/run tools/*.sh; }
# One short round of every stage and of the whole program; what they measure is for docs/measurements.md.
benchmarks() {
  build/release/benches/stages --benchmark_min_time=0.01 && benches/whole_process.sh "$program" examples
}
manual() {
  "$program" man >"$logs/readout.1" && groff -man -Tutf8 -ww "$logs/readout.1" 2>&1 >"$logs/manual.txt" | tee "$logs/manual.warnings"
  [[ ! -s $logs/manual.warnings && -s $logs/manual.txt ]]
}
# Each script must be sound, and offer what a user who presses Tab is after.
completions() {
  for shell in bash zsh fish; do
    "$program" completions "$shell" >"$logs/completions.$shell" && "$shell" -n "$logs/completions.$shell" || return
  done
  shellcheck -s bash "$logs/completions.bash" && tools/check_completions.sh "$logs"
}

program=build/release/apps/cli/readout

suite release
check "layers" python3 tools/check_layers.py
check "formatting" formatting
check "shell scripts" shell_scripts
check "data lint" "$program" lint data
check "benchmarks" benchmarks
check "manual page" manual
check "completions for bash, zsh, fish" completions
check "use by find_package and pkg-config" tools/check_consumer.sh
check "commands and paths in the docs" python3 tools/check_docs.py
if [[ -z $quick ]]; then
  suite dev
fi
if [[ -n $tidy ]]; then
  check "clang-tidy" tools/tidy.sh
fi

if ((skipped)); then
  echo "$skipped skipped: what they need is not on this machine (docs/bare_machine.md)"
fi
echo "$passed passed, $failed failed"
((failed == 0))
