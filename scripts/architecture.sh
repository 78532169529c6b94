#!/usr/bin/env bash
# Draws docs/architecture.svg and docs/architecture-dark.svg: the rooms of the package and who uses whom, from the
# manifest, by our own Graphviz library. Run it after a change of Package.swift; Tests/HouseTests says when that was
# forgotten.
set -euo pipefail
cd "$(dirname "$0")/.."
swift build --product relata-architecture
mkdir -p docs
swift package dump-package |
  .build/debug/relata-architecture docs/architecture.svg docs/architecture-dark.svg
echo "docs/architecture.svg docs/architecture-dark.svg"
