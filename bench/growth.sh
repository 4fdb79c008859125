#!/bin/sh
# Measures how costs grow, prints them as tables, and draws them.
#
#   bench/growth.sh PROGRAM PYTHON PICTURE.svg [OPTION...]
#
# PROGRAM is the start script elbo-room, PYTHON any python3. Options such as '--threads 1' go to the program.
set -eu
if [ $# -lt 3 ]; then
  sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
program=$1 python=$2 picture=$3
shift 3
"$program" bench --json --growth "$@" | tail -n 1 | "$python" -c '
import json, math, sys
figures = json.load(sys.stdin)
panels = [("width", "units in each of 2 + 2 hidden layers", "ms per step"), ("depth", "hidden layers of 512 on either side", "ms per step"),
          ("latent", "latent dimensions", "ms per step"), ("points", "points on the map", "ms per frame")]
width, height, left, top, gap = 230, 170, 56, 34, 76
out = [f"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{4 * (width + gap) + 10}\" height=\"{height + top + 54}\" font-family=\"sans-serif\""
       " font-size=\"11\"><rect width=\"100%\" height=\"100%\" fill=\"white\"/>"]
def text(x, y, words, anchor="middle", turn=""):
    out.append(f"<text x=\"{x:.1f}\" y=\"{y:.1f}\" text-anchor=\"{anchor}\" fill=\"#333\"{turn}>{words}</text>")
for number, (key, across, up) in enumerate(panels):
    costs = {int(size): cost for size, cost in figures[key].items()}
    print(f"| {across} | " + " | ".join(f"{size:,}" for size in costs) + " |")
    print("|---" * (len(costs) + 1) + "|")
    print(f"| {up} | " + " | ".join(f"{cost:.2f}" for cost in costs.values()) + " |\n")
    x0, y0 = left + number * (width + gap), top + height
    by_log = key != "depth"
    place = math.log if by_log else float
    low, high = place(min(costs)), place(max(costs))
    most = max(costs.values())
    tick = 10 ** math.floor(math.log10(most))
    tick = next(t for t in (tick / 5, tick / 2, tick, 2 * tick) if most / t <= 6)
    at = lambda size, cost: (x0 + (place(size) - low) / (high - low) * width, y0 - cost / (tick * math.ceil(most / tick)) * height)
    for i in range(math.ceil(most / tick) + 1):
        y = at(min(costs), i * tick)[1]
        out.append(f"<line x1=\"{x0}\" x2=\"{x0 + width}\" y1=\"{y:.1f}\" y2=\"{y:.1f}\" stroke=\"#ddd\"/>")
        text(x0 - 6, y + 4, f"{i * tick:g}", "end")
    for size in costs:
        text(at(size, 0)[0], y0 + 16, f"{size // 1000}k" if size >= 10000 else size)
    points = [at(size, cost) for size, cost in costs.items()]
    out.append("<polyline fill=\"none\" stroke=\"#0b6bcb\" stroke-width=\"2\" points=\"" + " ".join(f"{x:.1f},{y:.1f}" for x, y in points) + "\"/>")
    out += [f"<circle cx=\"{x:.1f}\" cy=\"{y:.1f}\" r=\"3.5\" fill=\"#0b6bcb\"/>" for x, y in points]
    text(x0 + width / 2, y0 + 36, across + (" (log scale)" if by_log else ""))
    text(x0, top - 14, up, "start")
out.append("</svg>")
open(sys.argv[1], "w", encoding="utf-8").write("\n".join(out) + "\n")
' "$picture"
