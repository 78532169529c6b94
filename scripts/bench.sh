#!/usr/bin/env bash
# Measures the release build on this machine: medians and spread, nothing asserted.
#
#   scripts/bench.sh [runs]     default 7 runs of each
set -euo pipefail
cd "$(dirname "$0")/.."
runs="${1:-7}"

swift build -c release --product relata
relata="$(swift build -c release --show-bin-path)/relata"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

# Runs a command several times; prints the median, the fastest and the slowest in milliseconds.
measure() {
  local label="$1"
  shift
  local times=()
  for _ in $(seq "$runs"); do
    local start end
    start="$(date +%s%N)"
    "$@" >/dev/null 2>&1
    end="$(date +%s%N)"
    times+=($(((end - start) / 1000)))
  done
  printf '%s\n' "${times[@]}" | sort -n | awk -v label="$label" '
    { t[NR] = $1 / 1000 }
    END {
      m = NR % 2 ? t[(NR + 1) / 2] : (t[NR / 2] + t[NR / 2 + 1]) / 2
      printf "%-44s median %9.1f ms   fastest %9.1f   slowest %9.1f\n", label, m, t[1], t[NR]
    }'
}

echo "machine: $(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo 2>/dev/null || uname -m), $(nproc 2>/dev/null || sysctl -n hw.ncpu) cores, load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo '?')"
echo "system:  $(uname -srm), $(swift --version 2>/dev/null | head -n 1)"
echo "relata:  $("$relata" --version), $(ls -l "$relata" | awk '{ printf "%.1f MB", $5 / 1e6 }')"
"$relata" doctor --quiet | sed 's/^/         /'
echo "runs:    $runs of each"
echo

measure "relata --help" "$relata" --help
measure "extract one article, cold process" "$relata" extract examples/panjshir.txt

# One core: the same articles many times, ids made unique.
awk 'BEGIN { for (i = 1; i <= 40; i++) print i }' | while read -r i; do
  for file in examples/*.txt; do
    "${PYTHON:-python3}" -c 'import json, sys
print(json.dumps({"id": sys.argv[1], "text": open(sys.argv[2], encoding="utf-8").read()}))' "$i-$(basename "$file")" "$file"
  done
done >"$scratch/many.jsonl"
words="$("${PYTHON:-python3}" -c 'import json, sys
print(sum(len(json.loads(l)["text"].split()) for l in open(sys.argv[1], encoding="utf-8")))' "$scratch/many.jsonl")"
for threads in 1 "$(nproc 2>/dev/null || echo 2)"; do
  start="$(date +%s%N)"
  "$relata" extract --threads "$threads" "$scratch/many.jsonl" >/dev/null
  end="$(date +%s%N)"
  awk -v words="$words" -v ns="$((end - start))" -v threads="$threads" 'BEGIN {
    printf "%-44s %9.0f words/s   (%d words in %.1f s)\n", "extract, " threads " thread(s)", words / (ns / 1e9), words, ns / 1e9 }'
done
"${PYTHON:-python3}" - "$relata" "$scratch/many.jsonl" <<'PY'
import resource, subprocess, sys
subprocess.run([sys.argv[1], "extract", "--threads", "1", sys.argv[2]], stdout=subprocess.DEVNULL, check=True)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print("%-44s %9.0f MB" % ("extract, peak resident memory", peak / (1e6 if sys.platform == "darwin" else 1024)))
PY

# Graphs of 100,000 edges between 20,000 people, of 10,000 between 2,000, of 380 between 250, and of 45 between 30.
for graph in "100000 20000" "10000 2000" "380 250" "45 30"; do
  read -r size people <<<"$graph"
  "${PYTHON:-python3}" scripts/bench/made_up_graph.py "$size" "$people" >"$scratch/$size.jsonl"
  start="$(date +%s%N)"
  "$relata" build --quiet "$scratch/$size.jsonl" --graph "$scratch/$size.relata"
  end="$(date +%s%N)"
  awk -v ns="$((end - start))" -v size="$size" 'BEGIN { printf "%-44s %9.1f s\n", "build a graph of " size " edges", ns / 1e9 }'
done
measure "neighbors, graph of 100,000 edges" "$relata" neighbors "Person Number 17" --graph "$scratch/100000.relata"
measure "path, graph of 100,000 edges" "$relata" path "Person Number 17" "Person Number 4242" --graph "$scratch/100000.relata"
measure "figure of 30 entities, SVG" "$relata" render --max-entities 30 --max-relations 60 --graph "$scratch/45.relata"
measure "figure of 250 entities, SVG" "$relata" render --max-entities 250 --max-relations 400 --graph "$scratch/380.relata"
measure "figure of a focus in 10,000 edges, SVG" "$relata" render --focus "Person Number 17" --graph "$scratch/10000.relata"
"$relata" render --focus "Person Number 17" --graph "$scratch/10000.relata" --output "$scratch/previous.svg" --quiet
measure "the same, places of a previous figure kept" "$relata" render --focus "Person Number 17" --graph "$scratch/10000.relata" --previous "$scratch/previous.svg"
measure "figure of 30 entities, PNG 1,200 wide" "$relata" render --format png --width 1200 --max-entities 30 --max-relations 60 --graph "$scratch/45.relata"
measure "figure of 30 entities, Mermaid" "$relata" render --format mermaid --max-entities 30 --max-relations 60 --graph "$scratch/45.relata"

# Reports: fifty figures of the graph of 100,000 edges, and of a small one; the same bytes whatever the threads.
"${PYTHON:-python3}" scripts/bench/made_up_graph.py 600 >"$scratch/600.jsonl"
"$relata" build --quiet "$scratch/600.jsonl" --graph "$scratch/600.relata"
measure "report of 50 figures, graph of 600 edges" "$relata" report --top 50 --graph "$scratch/600.relata"
measure "the same on one thread" "$relata" report --top 50 --threads 1 --graph "$scratch/600.relata"
measure "report of 50 figures, graph of 100,000 edges" "$relata" report --top 50 --graph "$scratch/100000.relata"
for threads in 1 2 8; do
  "$relata" report --top 50 --threads "$threads" --graph "$scratch/600.relata" | cksum
done | sort -u | awk 'END { print "report of 50 figures, 1, 2 and 8 threads: " (NR == 1 ? "the same bytes" : "DIFFERENT bytes") }'
