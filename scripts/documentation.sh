#!/usr/bin/env bash
# Builds the documentation of every room that programs may import; a warning is an error.
#
#   scripts/documentation.sh [TARGET…]    default: all of them
set -euo pipefail
cd "$(dirname "$0")/.."

targets=("$@")
if [ "${#targets[@]}" -eq 0 ]; then
  for catalogue in Sources/*/Documentation.docc; do
    targets+=("$(basename "$(dirname "$catalogue")")")
  done
fi
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/site"
log="$scratch/log"
for target in "${targets[@]}"; do
  # Flags in a library's pkg-config file that the package manager leaves out are no fault of the documentation.
  if swift package --allow-writing-to-directory "$scratch/site" generate-documentation \
    --target "$target" --warnings-as-errors --output-path "$scratch/site/$target" >"$log" 2>&1 &&
    ! grep 'warning:' "$log" | grep -qv 'prohibited flag(s)'; then
    echo "documentation: $target"
  else
    cat "$log" >&2
    echo "documentation: $target has warnings or errors" >&2
    exit 1
  fi
done
