#!/bin/bash
# Proves the launcher on a bare machine: a fresh Debian 12 root with git and nothing else. See docs/bare_machine.md.
#   tools/prove_bare.sh [--test] [--work] [FOLDER]
#   --test   runs ./readout test there too
#   --work   takes the working tree as it is, not the last commit
# The root is left in FOLDER (a temporary one when not told) if anything fails.
set -euo pipefail
cd "$(dirname "$0")/.."

with_test='' with_work='' root=''
for word in "$@"; do
  case $word in
    --test) with_test=1 ;;
    --work) with_work=1 ;;
    *) root=$word ;;
  esac
done
[[ $(id -u) == 0 ]] || { echo "prove_bare: a new root can only be made by root" >&2; exit 1; }
root=${root:-$(mktemp -d)}
step() { printf '== %s (%d s)\n' "$1" $SECONDS; }

step "making a Debian 12 root in $root"
rm -rf "$root"
# This machine's own sources and settings of apt, so that the root finds its packages where this machine does.
mmdebstrap --quiet --variant=minbase --include=git,ca-certificates \
  --setup-hook='copy-in /etc/apt/apt.conf.d /etc/apt' \
  bookworm "$root" /etc/apt/sources.list.d/debian.sources

step "cloning the repository there"
if [[ -n $with_work ]]; then
  # A commit of the working tree that no branch of this repository sees.
  copy=$(mktemp -d)
  git ls-files -co --exclude-standard -z | tar --null -T - -cf - | tar -xf - -C "$copy"
  git -C "$copy" -c init.defaultBranch=main init -q
  git -C "$copy" add -A
  git -C "$copy" -c user.name=prove -c user.email=prove@localhost commit -qm "the working tree"
  git -C "$copy" bundle create -q "$root/srv/readout.bundle" HEAD main
  rm -rf "$copy"
else
  git bundle create -q "$root/srv/readout.bundle" HEAD
fi
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"
trap 'umount -R "$root/dev" "$root/proc"' EXIT
cp /etc/resolv.conf /etc/hosts "$root/etc/"

# Nothing of this machine's environment goes in but what leads to the network.
inside() {
  local proxies=()
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    [[ -z ${!name-} ]] || proxies+=("$name=${!name}")
  done
  chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root CI=true "${proxies[@]}" sh -c "$1" </dev/null
}
inside 'git clone -q /srv/readout.bundle /srv/readout'
# shellcheck disable=SC2016  # for the shell inside
inside 'for tool in g++ cmake ninja python3 sudo; do ! command -v $tool || { echo "not bare: $tool"; exit 1; }; done'

step "./readout read, the first time"
inside 'cd /srv/readout && ./readout read --format text examples >/srv/first.txt'
step "./readout read, once more"
inside 'cd /srv/readout && ./readout read --format text examples >/srv/second.txt'
cmp "$root/srv/first.txt" "$root/srv/second.txt"
[[ -s $root/srv/first.txt ]]
head -n 20 "$root/srv/first.txt"

if [[ -n $with_test ]]; then
  step "./readout test"
  inside 'cd /srv/readout && ./readout test'
fi
step "proven"
