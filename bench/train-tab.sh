#!/bin/sh
# Trains the same run on the command line and with the Train tab open, A B A B, and prints what the tab costs.
#
#   bench/train-tab.sh PROGRAM [TIMES] [EPOCHS]
#
# PROGRAM is the start script elbo-room. The run is the one that the Train tab proposes: the reference MLP with two latent
# dimensions on all of MNIST, with snapshots. The tab is drawn off-screen, 1600x1000 pixels, by JavaFX's software pipeline.
# Each line is a pair: seconds that the steps of the run took on the command line and in the tab, and their ratio.
set -eu
if [ $# -lt 1 ]; then
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
program=$1 times=${2:-5} epochs=${3:-2}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
seconds() {
  sed -n 's/.*"seconds" *: *\([0-9.]*\).*/\1/p' | tail -n 1
}
i=0
while [ "$i" -lt "$times" ]; do
  i=$((i + 1))
  a=$("$program" train --data mnist --epochs "$epochs" --snapshot-every auto --out "$folder/run" --overwrite --json | seconds)
  b=$("$program" bench-training "$epochs" | seconds)
  echo "$a $b" | awk '{ printf "%.2f s on the command line, %.2f s in the tab: %.3f\n", $1, $2, $2 / $1 }'
done | tee "$folder/pairs"
awk '{ print $NF }' "$folder/pairs" | sort -n | awk '{ r[NR] = $1 } END {
  m = NR % 2 ? r[(NR + 1) / 2] : (r[NR / 2] + r[NR / 2 + 1]) / 2
  printf "median of the ratios: %.3f (%.3f to %.3f)\n", m, r[1], r[NR] }'
