#!/usr/bin/env bash
# Writes anew what Relata makes of the example articles: examples/NAME.md and examples/NAME.svg, and the first
# one's figure in light and in dark for the README.
#
#   scripts/examples.sh
set -euo pipefail
cd "$(dirname "$0")/.."

swift build -c release --product relata
relata="$(swift build -c release --show-bin-path)/relata"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

for article in examples/*.txt; do
  name="$(basename "$article" .txt)"
  "$relata" build "$article" --graph "$scratch/$name.relata" --quiet
  "$relata" report --graph "$scratch/$name.relata" --format md --output "examples/$name.md" --quiet
done
for colors in light dark; do
  "$relata" render --graph "$scratch/panjshir.relata" --colors "$colors" --output "examples/panjshir-$colors.svg" --quiet
done
