#!/bin/sh
# Installs what the operating system must lend Styrdesk; does nothing where all of it is there.
#
#   packaging/bootstrap.sh run    what the program needs (the window's part only where there is a display)
#   packaging/bootstrap.sh test   that, and what the tests need
#
# Debian 12 and newer, Ubuntu 22.04 and newer. "a|b" is one library under its old and its new name
# (Debian 13 and Ubuntu 24.04 renamed many for 64-bit time).
set -eu

offscreen="libglib2.0-0|libglib2.0-0t64 libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1
  libfreetype6 libxkbcommon0 libgssapi-krb5-2"
window="libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0
  libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1 libcups2|libcups2t64
  libwayland-cursor0"
tests="xvfb xauth poppler-utils qpdf strace" # strace makes the disk fail where a test says so

has_python() {
  for python in "${PYTHON:-python3}" python3.11 python3; do
    "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
      2>/dev/null && return 0
  done
  return 1
}

is_installed() {
  dpkg-query -W -f '${Status}\n' "$1" 2>/dev/null | grep -q ' installed$'
}

# The wanted names of which no alternative is installed.
missing() {
  for names in $wanted; do
    found=
    for name in $(echo "$names" | tr '|' ' '); do
      if is_installed "$name"; then found=yes; fi
    done
    [ -n "$found" ] || printf '%s ' "$names"
  done
}

# The first of the alternatives that this release of the system has.
available() {
  for names in $1; do
    for name in $(echo "$names" | tr '|' ' '); do
      if apt-cache show "$name" >/dev/null 2>&1; then
        printf '%s ' "$name"
        continue 2
      fi
    done
    printf '%s ' "${names%%|*}" # let apt say that it knows no such package
  done
}

case "${1:-run}" in
  run)
    wanted=$offscreen
    [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || wanted="$offscreen $window"
    ;;
  test) wanted="$offscreen $window $tests" ;;
  *)
    echo "usage: $0 [run|test]" >&2
    exit 2
    ;;
esac
has_python || wanted="python3-venv $wanted"

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "Not a Debian or Ubuntu system: Python 3.11 or newer with venv, and the libraries of these"
  echo "Debian packages under the names they have here, are taken to be installed:"
  echo "  $(echo $wanted)"
  exit 0
fi

lacking=$(missing)
[ -n "$lacking" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  as_root="sudo -n"
else
  echo "These packages are missing and need an administrator. Run this, then try again:" >&2
  echo "  sudo apt-get update && sudo apt-get install --no-install-recommends $(available "$lacking")" >&2
  exit 1
fi

echo "Installing: $lacking"
$as_root apt-get update -qq
# shellcheck disable=SC2046,SC2086 # words, each a package
$as_root env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends $(available "$lacking") >/dev/null

has_python || {
  echo "This system's python3 is older than 3.11. Install a newer one and say PYTHON=/path make setup." >&2
  exit 1
}
