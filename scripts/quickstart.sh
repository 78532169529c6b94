#!/usr/bin/env bash
# Builds Relata, reads one article, and shows who is tied to its main person. Safe to run again.
#
#   scripts/quickstart.sh
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$*"; }

command -v swift >/dev/null || {
  echo "quickstart: swift is missing: install Swift 6.1 or newer from https://swift.org/install" >&2
  exit 1
}
scripts/packages.sh

say "Building (a few minutes the first time)"
swift build -c release --product relata
swift build -c release --product relata-read
relata="$(swift build -c release --show-bin-path)/relata"

say "Reading examples/panjshir.txt"
"$relata" build examples/panjshir.txt --graph graph.relata --svg panjshir.svg --dot panjshir.dot

say "Who is tied to Ahmad Massoud, and who says so"
"$relata" neighbors "Ahmad Massoud" --graph graph.relata

say "Made here"
ls -l graph.relata panjshir.svg panjshir.dot
echo
echo "The program is $relata"
echo "Next: $relata --help"
