#!/usr/bin/env bash
# Installs the system packages that Relata needs, only those that are missing.
#
#   scripts/packages.sh
set -euo pipefail

wanted=(libgraphviz-dev graphviz fonts-liberation libsqlite3-dev libxml2-dev pkg-config
  libarchive-dev libgmime-3.0-dev libgsf-1-dev libpoppler-glib-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libcld2-dev)

if ! command -v dpkg-query >/dev/null; then
  # Elsewhere only look: names of packages differ.
  missing=()
  for library in libgvc sqlite3 libxml-2.0 libarchive gmime-3.0 libgsf-1 poppler-glib libcmark-gfm; do
    pkg-config --exists "$library" 2>/dev/null || missing+=("$library")
  done
  if [ "${#missing[@]}" -gt 0 ]; then
    echo "packages: not found by pkg-config: ${missing[*]}" >&2
    echo "packages: with Homebrew: brew install graphviz sqlite libxml2 libarchive gmime libgsf poppler cmark-gfm pkg-config; CLD2 from its source" >&2
    exit 1
  fi
  exit 0
fi

missing=()
for package in "${wanted[@]}"; do
  state="$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null || true)"
  [ "${state:0:2}" = ii ] || missing+=("$package")
done
if [ "${#missing[@]}" -eq 0 ]; then exit 0; fi

echo "Installing ${missing[*]}"
sudo=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "packages: run as root: apt-get install -y ${missing[*]}" >&2
    exit 1
  }
  sudo=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
"${sudo[@]}" apt-get update -qq
"${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
