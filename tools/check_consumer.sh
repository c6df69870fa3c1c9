#!/bin/bash
# Installs the release build into an empty folder and builds a program against it: by find_package and by pkg-config.
# Both must read the bundled reports and find the same acts as the installed program does.
set -euo pipefail
cd "$(dirname "$0")/.."

prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install build/release --prefix "$prefix/usr" >"$prefix/install.log"

cmake -S tests/consumer -B "$prefix/build" -G Ninja -DCMAKE_PREFIX_PATH="$prefix/usr" >"$prefix/configure.log"
cmake --build "$prefix/build"
by_cmake=$("$prefix/build/consumer" examples)

pc=$(dirname "$(find "$prefix/usr" -name readout.pc)")
export PKG_CONFIG_PATH=$pc
# shellcheck disable=SC2046  # flags are words
g++ -std=c++20 -DDATA_DIR="\"$(pkg-config --variable=datadir readout)\"" tests/consumer/consumer.cpp \
  -o "$prefix/consumer" $(pkg-config --cflags --libs readout)
by_pkgconfig=$("$prefix/consumer" examples)

# The installed program finds the installed tables by itself.
by_program="$("$prefix/usr/bin/readout" read --format jsonl --quiet examples | grep -c '"record":"act"') acts"

echo "find_package: $by_cmake; pkg-config: $by_pkgconfig; installed program: $by_program"
[[ $by_cmake == "$by_pkgconfig" && $by_cmake == "$by_program" && $by_cmake != "0 acts" ]]
for file in share/man/man1/readout.1 share/bash-completion/completions/readout share/zsh/site-functions/_readout \
  share/fish/vendor_completions.d/readout.fish share/readout/models; do
  [[ -e $prefix/usr/$file ]] || { echo "not installed: $file"; exit 1; }
done
