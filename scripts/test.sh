#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs the tests.
#
#   scripts/test.sh           all tests
#   scripts/test.sh --quick   without those that run the built program or measure quality, and without documentation
set -euo pipefail
cd "$(dirname "$0")/.."

quick=
for argument in "$@"; do
  case "$argument" in
    --quick) quick=1 ;;
    *)
      echo "test: unknown option '$argument'; there is --quick" >&2
      exit 64
      ;;
  esac
done

scripts/packages.sh
if command -v "${PYTHON:-python3}" >/dev/null; then scripts/mutants.sh --self-test; fi
swift format lint --strict --recursive --parallel Sources Tests examples Package.swift
swift build --build-tests
options=()
if [ -n "$quick" ]; then options+=(--skip EndToEndTests --skip QualityGateTests); fi
# Crashes are to be seen at once.
SWIFT_BACKTRACE=enable=no swift test --skip-build ${options[@]+"${options[@]}"}
# Documentation that does not build, or that links to what is gone, is a fault as well.
if [ -z "$quick" ]; then scripts/documentation.sh; fi
