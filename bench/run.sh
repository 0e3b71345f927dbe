#!/usr/bin/env bash
# bench/run.sh …: builds what only the bench needs, then measures. `./dev bench` has built the portal before.

source "$(dirname "${BASH_SOURCE[0]}")/../tools/lib.sh"
set -euo pipefail
cd "$root"

bash tools/build.sh release keyrack_bench >&2
bash tools/build.sh wasm keyrack_bench >&2
exec node bench/run.mjs "$@"
