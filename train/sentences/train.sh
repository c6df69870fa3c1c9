#!/bin/sh
# Trains the sentence model and scores it on the dev sets: train.sh TREEBANKS MODEL
set -eu

if [ $# -ne 2 ]; then
  echo "usage: $0 TREEBANKS MODEL" >&2
  exit 2
fi
treebanks=$1
model=$2
root=$(cd "$(dirname "$0")/../.." && pwd)

(cd "$treebanks" && sha256sum --check --quiet "$root/train/treebanks.sha256")

cmake -S "$root" -B "$root/build/train" -G Ninja -DCMAKE_BUILD_TYPE=Release -DREADOUT_TRAIN=ON > /dev/null
cmake --build "$root/build/train" --target train_sentences > /dev/null

"$root/build/train/train/train_sentences" "$root/data" "$root/train/sentences/news.txt" "$model" \
  "$treebanks/ewt/en_ewt-ud-train.conllu" "$treebanks/gum/en_gum-ud-train.commercial-free-genres.conllu" \
  --dev "$treebanks/ewt/en_ewt-ud-dev.conllu" "$treebanks/gum/en_gum-ud-dev.conllu"
