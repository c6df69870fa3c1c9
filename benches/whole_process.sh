#!/bin/bash
# The whole program over real reports, as a user runs it: words a second, start included, and peak memory, for 1 and 2
# threads. Best of five, because the machine may be shared.
#   benches/whole_process.sh PROGRAM INPUT…
set -euo pipefail

program=$1
shift
# Words of the reports themselves: titles and texts, as parse counts them, without punctuation.
words=$("$program" parse --quiet "$@" | awk -F'\t' '$1 ~ /^[0-9]+$/ && $4 != "PUNCT"' | wc -l)

# run THREADS INPUT…: "seconds processor-seconds peak-MB" of the fastest of five runs.
run() {
  python3 - "$program" "$@" <<'END'
import os, subprocess, sys, time
program, threads, *inputs = sys.argv[1:]
best, peak = (1e9, 0), 0
for _ in range(5):
    begin = time.monotonic()
    child = subprocess.Popen([program, "read", "--format", "jsonl", "--quiet", "--threads", threads, *inputs],
                             stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{program} ended with status {os.waitstatus_to_exitcode(status)}")
    best = min(best, (time.monotonic() - begin, usage.ru_utime + usage.ru_stime))
    peak = max(peak, usage.ru_maxrss / 1024)
print(f"{best[0]:.2f} {best[1]:.2f} {peak:.0f}")
END
}

# row NAME WORDS THREADS INPUT…
row() {
  local name=$1 count=$2 told
  shift 2
  told=$(run "$@") || exit 1
  read -r seconds processor peak <<<"$told"
  printf '%-12s %8s %12s %10s %10s\n' "$name" "$seconds" "$processor" "$(awk "BEGIN {print int($count / $seconds)}")" "$peak"
}

printf '%-12s %8s %12s %10s %10s\n' run seconds processor words/s 'peak MB'
one_word=$(mktemp --suffix=.txt)
trap 'rm -f "$one_word"' EXIT
echo "One." >"$one_word"
row start 1 1 "$one_word"
row '1 thread' "$words" 1 "$@"
row '2 threads' "$words" 2 "$@"
echo "$words words"
