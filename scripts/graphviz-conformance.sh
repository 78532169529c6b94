#!/usr/bin/env bash
# Checks the Graphviz library against Graphviz's own sample graphs: each is read, written and read again to the same
# graph, and each render ends in a picture or a typed error. The samples come from Debian's source package of
# Graphviz, fetched with apt into a folder of its own, and are not kept.
#
#   scripts/graphviz-conformance.sh [folder with .gv files]
set -euo pipefail
cd "$(dirname "$0")/.."
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

samples="${1:-}"
if [ -z "$samples" ]; then
  mirror="${DEBIAN_MIRROR:-http://deb.debian.org/debian}"
  release="${DEBIAN_RELEASE:-bookworm}"
  mkdir -p "$scratch/lists/partial" "$scratch/cache/archives/partial"
  echo "deb-src $mirror $release main" >"$scratch/sources.list"
  options=(-o "Dir::Etc::sourcelist=$scratch/sources.list" -o Dir::Etc::sourceparts=-
    -o "Dir::State::lists=$scratch/lists" -o "Dir::Cache=$scratch/cache" -q)
  echo "fetching the source package of Graphviz from $mirror"
  apt-get "${options[@]}" update >/dev/null
  (cd "$scratch" && apt-get "${options[@]}" --download-only source graphviz >/dev/null 2>&1)
  tar -xf "$scratch"/graphviz_*.orig.tar.* -C "$scratch" --wildcards '*/graphs/directed/*.gv'
  samples="$(dirname "$(find "$scratch" -path '*graphs/directed/*.gv' | head -n 1)")"
fi
samples="$(cd "$samples" && pwd)"
echo "$(find "$samples" -maxdepth 1 -name '*.gv' | wc -l) sample graphs"
GRAPHVIZ_SAMPLES="$samples" swift test --filter ConformanceTests
