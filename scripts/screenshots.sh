#!/usr/bin/env bash
# Opens reports of the example articles in headless Chromium: takes pictures (light, dark, print, 360 pixels
# wide, without scripts), walks through with keyboard and pointer, and looks for accessibility problems.
# Without Chromium it does nothing and succeeds.
#
#   scripts/screenshots.sh [folder]      pictures go to the folder, by default .build/screenshots
#   RELATA=path scripts/screenshots.sh   uses a program that is built already
#
# Chromium: apt-get install chromium. axe-core comes from the Python package axe-playwright-python and is kept
# in .build; where it cannot be had, its rules that matter most here are checked by the script itself.
set -euo pipefail
cd "$(dirname "$0")/.."
out="${1:-.build/screenshots}"
python="${PYTHON:-python3}"

if ! command -v chromium chromium-browser google-chrome >/dev/null; then
  echo "screenshots: no Chromium here, nothing was checked" >&2
  exit 0
fi
relata="${RELATA:-}"
if [ -z "$relata" ]; then
  swift build -c release --product relata
  relata="$(swift build -c release --show-bin-path)/relata"
fi
mkdir -p "$out" .build
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

axe=.build/axe.min.js
if [ ! -f "$axe" ]; then
  if "$python" -m pip download --quiet --no-deps --dest "$scratch" axe-playwright-python >/dev/null 2>&1; then
    "$python" -m zipfile -e "$scratch"/axe_playwright_python-*.whl "$scratch/axe"
    cp "$scratch/axe/axe_playwright_python/axe.min.js" "$axe"
  else
    axe=
  fi
fi

{
  echo '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Several reports</title></head>'
  echo '<body><main><h1>Several reports</h1>'
} >"$scratch/page.html"
for article in examples/*.txt; do
  name="$(basename "$article" .txt)"
  "$relata" build "$article" --graph "$scratch/$name.relata" --quiet
  "$relata" report --graph "$scratch/$name.relata" --output "$scratch/$name.html" --quiet
  "$relata" report --graph "$scratch/$name.relata" --format fragment >>"$scratch/page.html"
done
"$relata" report --graph "$scratch/panjshir.relata" --top 3 --format fragment --id three >>"$scratch/page.html"
echo '</main></body></html>' >>"$scratch/page.html"

"$python" scripts/browser/check_reports.py "$out" "$axe" "$scratch/panjshir.html" "$scratch/page.html"
echo "screenshots: pictures are in $out"
