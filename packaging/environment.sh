#!/bin/sh
# Makes .venv what a lock says, from nothing or from what is there; quick when nothing has changed.
#
#   packaging/environment.sh run    the program and what it runs on
#   packaging/environment.sh test   that, and the tools of the developer
set -eu
cd "$(dirname "$0")/.."

case "${1:-run}" in
  run) lock=packaging/requirements.txt ;;
  test) lock=packaging/requirements-dev.txt ;;
  *)
    echo "usage: $0 [run|test]" >&2
    exit 2
    ;;
esac
stamp=.venv/locked

chosen_python() {
  for python in ${PYTHON:-} python3.11 python3; do
    if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
      2>/dev/null; then
      command -v "$python"
      return
    fi
  done
  echo "No Python 3.11 or newer with venv was found." >&2
  return 1
}

# Not after the system's Python has changed beneath it, nor moved here from another folder.
is_sound() {
  .venv/bin/python - "$PWD/.venv" <<'PYTHON' 2>/dev/null
import sys, pathlib, pip
here = pathlib.Path(sys.argv[1])
script = (here / "bin" / "pip").read_text(encoding="utf-8").splitlines()[0]
sys.exit(sys.version_info < (3, 11) or not script.startswith(f"#!{here}/bin/python"))
PYTHON
}

fingerprint() {
  .venv/bin/python -V
  cat pyproject.toml "$1" | sha256sum
}

is_sound || {
  python=$(chosen_python)
  echo "Making .venv with $("$python" -V)"
  rm -rf .venv
  "$python" -m venv .venv
}

# The developer's lock holds all of the other one, so its stamp serves both.
for known in packaging/requirements-dev.txt "$lock"; do
  if [ "$(cat "$stamp" 2>/dev/null)" = "$known $(fingerprint "$known")" ]; then exit 0; fi
done

rm -f "$stamp"
.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
.venv/bin/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
printf '%s %s' "$lock" "$(fingerprint "$lock")" >"$stamp"
