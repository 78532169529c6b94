#!/usr/bin/env bash
# Plants faults, one at a time, in a copy of the working tree and tells which ones the tests of their own
# room catch. Not part of continuous integration: a fault costs a build and a run of tests.
#
#   scripts/mutants.sh --seed 7                          60 faults over extraction, annotation and graph
#   scripts/mutants.sh --seed 7 --rooms RelataGraph --count 10
#   scripts/mutants.sh --list --files '*NameKey*'        what would be planted
#   scripts/mutants.sh --keep DIR --report FILE          keep the build; a JSON line for each fault
#   scripts/mutants.sh --self-test                       the operators on a made-up file (a second)
#
# Faults are mechanical: a condition negated or left out, a comparison shifted, ends swapped, a case or a
# word of a list dropped, a literal negated, a branch or statement left out, a function that returns at
# once. All places are listed, each with the same chance (a long list or table takes part with a few of its
# words); the seed puts them in order, and the first that compile are tried. Same seed and tree, same faults.
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"
if [ "${1:-}" = --self-test ]; then exec "$python" scripts/mutants/self_test.py; fi
exec "$python" scripts/mutants/mutants.py "$@"
