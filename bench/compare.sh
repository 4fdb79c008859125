#!/bin/sh
# Alternates this program with a PyTorch reference, A B A B, and prints the median of each figure and their ratio.
#
#   bench/compare.sh PROGRAM PYTHON REFERENCE [TIMES] [OPTION...]
#
# PROGRAM is the start script elbo-room; PYTHON a python3 that has torch; REFERENCE a script that prints one line of JSON
# with the same keys as 'elbo-room bench --json'. Options such as --conv or '--threads 1' go to both.
set -eu
if [ $# -lt 3 ]; then
  sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
program=$1 python=$2 reference=$3
shift 3
times=5
case ${1:-} in
  [0-9]*) times=$1; shift ;;
esac
results=$(mktemp)
trap 'rm -f "$results"' EXIT
i=0
while [ "$i" -lt "$times" ]; do
  i=$((i + 1))
  printf 'A ' >> "$results"; "$program" bench --json --network-only "$@" | tail -n 1 >> "$results"
  printf 'B ' >> "$results"; "$python" "$reference" "$@" | tail -n 1 >> "$results"
done
"$python" - "$results" <<'PYTHON'
import json, statistics, sys
runs = {'A': [], 'B': []}
for line in open(sys.argv[1]):
    runs[line[0]].append(json.loads(line[2:]))
print(f"{'':24}{'ELBO Room':>12}{'reference':>12}{'ratio':>8}")
for key in ('train_images_per_s', 'decode_1_us', 'decode_900_ms', 'encode_1_us', 'encode_60000_ms', 'evidence_100_images_ms'):
    if not all(key in run for run in runs['A'] + runs['B']):
        continue
    ours, theirs = (statistics.median(run[key] for run in runs[side]) for side in 'AB')
    # Ratio of every pair in turn, as both drift together with whatever else the computer does.
    ratio = statistics.median(a[key] / b[key] for a, b in zip(runs['A'], runs['B']))
    print(f'{key:24}{ours:12.1f}{theirs:12.1f}{ratio:7.2f}x')
PYTHON
