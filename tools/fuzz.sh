#!/bin/bash
# Builds the fuzz targets and runs each for a while; a finding stops it and leaves the input beside the corpus.
#   tools/fuzz.sh [SECONDS]     60 each when not told
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
cmake --preset fuzz
cmake --build build/fuzz --parallel "$(nproc)" --target fuzzers
for target in build/fuzz/tests/fuzz/fuzz_*; do
  [[ -x $target && -f $target ]] || continue
  name=$(basename "$target")
  corpus=build/fuzz/corpus/$name
  mkdir -p "$corpus"
  echo "== $name, $seconds s"
  # Seeds: the bundled reports, with a byte before each that a target may read as the form.
  find examples -type f | while IFS= read -r file; do
    { printf '\0'; cat "$file"; } >"$corpus/$(basename "$file")"
  done
  "$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=8192 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/corpus/$name-" "$corpus"
done
