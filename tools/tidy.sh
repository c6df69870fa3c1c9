#!/bin/bash
# clang-tidy over every source file, or over those named. Takes the flags from the release build.
#   tools/tidy.sh [FILE…]
set -euo pipefail
cd "$(dirname "$0")/.."

[[ -e build/release/compile_commands.json ]] || cmake --preset release >/dev/null
if (($#)); then
  printf '%s\n' "$@"
else
  # Only what the release build compiles: the flags of others are not known.
  python3 -c 'import json; [print(entry["file"]) for entry in json.load(open("build/release/compile_commands.json"))]' |
    sort -u
fi | xargs -P "$(nproc)" -n 1 clang-tidy -p build/release --quiet 2>&1 |
  { grep -vE '^[0-9]+ warnings? (generated|treated)|^Suppressed|^Use -header-filter' || true; } | tee build/tidy.log
! grep -q ' error: \| warning: ' build/tidy.log
