#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs the tests.
#
#   scripts/test.sh           all tests
#   scripts/test.sh --quick   without those that run the built program or measure quality
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
swift build --build-tests
options=()
if [ -n "$quick" ]; then options+=(--skip EndToEndTests --skip QualityGateTests); fi
# Crashes are to be seen at once.
SWIFT_BACKTRACE=enable=no swift test --skip-build ${options[@]+"${options[@]}"}
