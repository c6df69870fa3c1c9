#!/bin/bash
# What the completion scripts offer, asked in the shells themselves: commands, flags and the values of a flag.
#   tools/check_completions.sh FOLDER    which holds completions.bash, completions.zsh, completions.fish
# shellcheck disable=SC2016,SC2317  # the words are for the inner shells; in_… are called by the shell's name
set -uo pipefail

folder=$1
failed=0

# expect SHELL LINE WORDS OFFERED: each of WORDS must stand in OFFERED.
expect() {
  local word
  for word in $3; do
    if ! grep -qE -- "(^|[[:space:]])$word([[:space:]]|$)" <<<"$4"; then
      printf '%s: after "readout %s" there is no %s; offered: %s\n' "$1" "$2" "$word" "$(tr '\n' ' ' <<<"$4")"
      failed=1
    fi
  done
}

in_bash() {
  bash -c 'source "$1"; shift; COMP_WORDS=(readout "$@"); COMP_CWORD=$#; _readout; printf "%s\n" "${COMPREPLY[@]}"' \
    bash "$folder/completions.bash" "$@"
}

in_fish() {
  fish -c 'source $argv[1]; complete -C "$argv[2]"' "$folder/completions.fish" "readout $*" | cut -f1
}

# zsh completes only where somebody types: in a terminal of its own, whose screen is read.
in_zsh() {
  python3 - "$folder/completions.zsh" "readout $*" <<'END'
import os, pty, re, select, sys, time
script, line = sys.argv[1:]
pid, terminal = pty.fork()
if pid == 0:
    os.environ.update(TERM="xterm", COLUMNS="200", ZDOTDIR="/nonexistent", PS1="")
    os.execvp("zsh", ["zsh", "-f", "-i"])
def until(mark, seconds=20):
    seen, end = "", time.monotonic() + seconds
    while mark not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                seen += os.read(terminal, 65536).decode("utf-8", "replace")
            except OSError:
                break
    return seen
os.write(terminal, f"PROMPT=; autoload -Uz compinit; compinit -D -u; source {script}; setopt list_ambiguous; LISTMAX=1000; print rea''dy\r".encode())
until("ready")
os.write(terminal, f"{line}\t\t".encode())
seen = until("\0", 3)
print(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", " ", seen).replace("\r", "\n"))
os.write(terminal, b"\x03exit\r")
os.close(terminal)
END
}

for shell in bash fish zsh; do
  expect $shell '' 'read show parse lint' "$(in_$shell '')"
  expect $shell 'read --' '--format --into --threads --quiet' "$(in_$shell read --)"
  expect $shell 'read --format ' 'jsonl text' "$(in_$shell read --format '')"
  expect $shell 'completions ' 'bash zsh fish' "$(in_$shell completions '')"
done
exit $failed
