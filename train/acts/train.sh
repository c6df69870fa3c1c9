#!/bin/sh
# Makes the second opinion on acts and puts it into the model file:
#   train/acts/train.sh ../shared WORK PYTHON MINILM GLOVE models/english.model
# WORK keeps what is made on the way; PYTHON, MINILM and GLOVE are what train/english/train.sh has prepared. The folder build/release must be
# configured with -DREADOUT_TRAIN=ON and built. About an hour on two cores.
set -eu
shared=$1 work=$2 python=$3 minilm=$4 glove=$5 model=$6
here=$(dirname "$0")
features=build/release/train/act_features
mkdir -p "$work"
head -n 1 "$here/one_agree.tsv" > "$work/acts.tsv"
for file in "$here"/*_*.tsv; do tail -n +2 "$file" | grep -v '^$'; done >> "$work/acts.tsv"
"$python" "$here/teacher.py" --minilm "$minilm" --out "$work/teacher.pt" --epochs 4 "$work/acts.tsv"
"$python" "$here/pairs.py" --shared "$shared" --out "$work/pairs.tsv"
"$python" "$here/teacher.py" --minilm "$minilm" --start "$work/teacher.pt" \
  --label "$work/acts.tsv=$work/acts.npy" "$work/pairs.tsv=$work/pairs.npy"
"$python" "$here/meanings.py" --minilm "$minilm" --glove "$glove" --teacher "$work/teacher.pt" --out "$work/meanings.pickle"
"$features" "$work/acts.bin" "$work/acts.tsv"
"$features" "$work/pairs.bin" "$work/pairs.tsv"
"$python" "$here/learn.py" --meanings "$work/meanings.pickle" --features "$work/acts.bin" --opinions "$work/acts.npy" \
  --more "$work/pairs.bin" --more-opinions "$work/pairs.npy" --epochs 18 --held 0 --out "$work/acts.pt"
"$python" "$here/pack.py" --model "$model" --acts "$work/acts.pt" --meanings "$work/meanings.pickle"
