#!/bin/sh
# Makes .venv ready: "setup.sh" for running trackbuddy, "setup.sh dev" for its tests and checks too, and
# "setup.sh sound" to try the sound part again. Everything it says goes to standard error, so that what
# trackbuddy prints afterwards can be piped. Called again with nothing changed, it only compares a stamp.
#
#   PYTHON=...            the Python to build .venv with, tried first
#   PYTHONS="..."         the names tried after it
#   SYSTEM_PACKAGES=no    never call apt-get (it is called only as root, never through sudo)
#   PIP_...               pip's own settings hold as they are

set -u
cd "$(dirname "$0")/.." || exit 1

want=${1:-run}
venv_python=.venv/bin/python
ready=.venv/.ready
ready_dev=.venv/.ready-dev
log=build/setup.log
sound_packages="gcc libc6-dev python3-dev libasound2-dev"
PYTHONS=${PYTHONS:-python3 python3.13 python3.12 python3.11 python3.14 python /usr/bin/python3}
# pip's five retries keep somebody without a network waiting for over a minute.
PIP_RETRIES=${PIP_RETRIES:-2}
PIP_DISABLE_PIP_VERSION_CHECK=1
PIP_NO_INPUT=1
export PIP_RETRIES PIP_DISABLE_PIP_VERSION_CHECK PIP_NO_INPUT

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
logged() { printf '\n$ %s\n' "$*" >>"$log"; ( "$@" ) >>"$log" 2>&1 </dev/null; }
pip_install() { logged "$venv_python" -m pip install "$@"; }
pip_error() { sed -n -e 's/^ *ERROR: *//p' -e 's/^ *\([A-Za-z]*Error: .*\)/\1/p' "$log" | tail -n 1; }

# --- system packages -------------------------------------------------------------------------------------

has_apt() { command -v apt-get >/dev/null 2>&1; }
may_use_apt() { [ "${SYSTEM_PACKAGES:-yes}" != no ] && has_apt && [ "$(id -u)" = 0 ]; }

apt_install() { # a new machine has no package lists yet, and old lists name files that are gone
    say "Installing system packages: $*"
    set -- env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
    logged "$@" || { logged apt-get update && logged "$@"; }
}

# --- Python ----------------------------------------------------------------------------------------------

# Each candidate is run, not looked for: a pyenv shim can exist and fail, and Debian without python3-venv has
# a venv module but no ensurepip. The probe must be readable to Python 2, which may still be "python".
probe='
import sys
version = "%d.%d.%d" % sys.version_info[:3]
if sys.version_info < (3, 11):
    print("old " + version)
else:
    try:
        import venv, ensurepip
        print("ok " + version)
    except ImportError:
        print("bare " + version)
'

find_python() { # sets python and version; or else too_old, bare
    python='' too_old='' bare=''
    for candidate in ${PYTHON:+"$PYTHON"} $PYTHONS; do
        found=$("$candidate" -c "$probe" 2>/dev/null </dev/null) || continue
        version=${found#* }
        case $found in
        ok\ *) python=$candidate; return 0 ;;
        old\ *) too_old=${too_old:-"$candidate is $version"} ;;
        bare\ *) bare=${bare:-$candidate} ;;
        esac
    done
    return 1
}

choose_python() {
    find_python && return
    if [ -n "$bare" ] && may_use_apt && apt_install python3-venv; then find_python && return; fi
    [ -z "$bare" ] || fail "$bare can't make virtual environments. On Debian: sudo apt-get install python3-venv"
    [ -z "$too_old" ] || fail "Python 3.11 or later is needed ($too_old). Install it, or name it: make setup PYTHON=/path/to/python3"
    fail "No Python 3.11 or later was found. Install it, or name it: make setup PYTHON=/path/to/python3"
}

venv_works() {
    "$venv_python" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 </dev/null
}

make_venv() {
    choose_python
    if [ -n "${PYTHON:-}" ] && [ "$python" != "$PYTHON" ]; then
        say "PYTHON=$PYTHON can't be used (3.11 or later with venv is needed); taking $python"
    fi
    say "Setting up trackbuddy in .venv with Python $version ..."
    # An interrupted "python -m venv" leaves half a folder, and a system upgrade a dead link: start afresh.
    rm -rf .venv
    logged "$python" -m venv .venv && venv_works || fail "Could not make .venv with $python (details: $log)"
}

# --- sound -----------------------------------------------------------------------------------------------

# The original simpleaudio and simpleaudio-patched install the same files, the last one wins, and pip says
# nothing; the original's module crashes Python 3.12. So the file is compared, never imported: says "clash".
compare_files='
import base64, hashlib, sys
from importlib.metadata import PackageNotFoundError, distribution
try:
    distribution("simpleaudio")
    sys.exit("clash")
except PackageNotFoundError:
    pass
try:
    files = distribution("simpleaudio-patched").files or []
except PackageNotFoundError:
    sys.exit(0)
for file in files:
    if file.name.startswith("_simpleaudio") and file.hash is not None:
        path = file.locate()
        digest = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != file.hash.value:
            sys.exit("clash")
'

original_is_there() { # cheap enough for every call: by the folder that pip leaves
    for folder in .venv/lib/python*/site-packages/simpleaudio-[0-9]*.dist-info; do
        [ -d "$folder" ] && return 0
    done
    return 1
}

repair_clash() {
    logged "$venv_python" -c "$compare_files" && return
    say "Putting back simpleaudio-patched, whose files another simpleaudio had replaced"
    logged "$venv_python" -m pip uninstall -y simpleaudio
    pip_install --force-reinstall --no-deps simpleaudio-patched
}

can_build_sound() { # a compiler, Python's headers and, on Linux, ALSA's
    settings=$("$venv_python" -c 'import os, sysconfig
print(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc", "-I" + sysconfig.get_path("include"))')
    headers='#include <Python.h>'
    [ "$(uname -s)" != Linux ] || headers="$headers
#include <alsa/asoundlib.h>"
    # shellcheck disable=SC2086 # the compiler comes with its flags
    printf '%s\n' "$headers" | $settings -E - >/dev/null 2>&1
}

build_state() { # what has to change before another try without being asked makes sense
    if can_build_sound; then build=yes; else build=no; fi
    if may_use_apt; then apt=yes; else apt=no; fi
    echo "no sound, build=$build apt=$apt"
}

set_up_sound() { # says on standard output what goes into the stamp; without sound is no failure
    state=$(build_state)
    # shellcheck disable=SC2086 # a list of words
    case $state in *"build=no apt=yes") apt_install $sound_packages ;; esac
    if pip_install -e '.[sound]' && repair_clash && logged "$venv_python" -c 'import simpleaudio'; then
        echo sound
        return
    fi
    logged "$venv_python" -m pip uninstall -y simpleaudio-patched
    remedy="then: make sound"
    if ! can_build_sound; then
        remedy="a C compiler and the headers of Python and ALSA are missing"
        ! has_apt || remedy="on Debian: sudo apt-get install $sound_packages"
    fi
    say "trackbuddy will run without simpleaudio (details: $log; $remedy)"
    echo "$state"
}

# --- stamps ----------------------------------------------------------------------------------------------

# By content, not by time: a checkout touches times, and a moved folder's install points to the old place.
fingerprint() { { pwd; cat pyproject.toml scripts/setup.sh; } | cksum; }

is_ready() {
    [ -f "$ready" ] && "$venv_python" -c '' 2>/dev/null || return 1
    { read -r made_for && read -r sound; } <"$ready" || return 1
    [ "$made_for" = "$(fingerprint)" ] || return 1
    if [ "$sound" = sound ]; then ! original_is_there; else [ "$sound" = "$(build_state)" ]; fi
}

set_up() {
    rm -f "$ready"
    venv_works || make_venv
    if ! pip_install -e .; then
        # Beside a track there may be no network: what is installed already is better than nothing.
        "$venv_python" -c 'import platformdirs, pydantic, textual, trackbuddy' >/dev/null 2>&1 </dev/null ||
            fail "Could not install what trackbuddy needs: $(pip_error) (is there a network? details: $log)"
        say "Could not bring the packages up to date (details: $log); going on with those that are there"
        return
    fi
    sound=$(set_up_sound)
    printf '%s\n%s\n' "$(fingerprint)" "$sound" >"$ready"
}

set_up_dev() {
    rm -f "$ready_dev"
    say "Installing the tools for tests and checks ..."
    pip_install -e '.[dev]' ||
        fail "Could not install the tools for tests and checks: $(pip_error) (is there a network? details: $log)"
    fingerprint >"$ready_dev"
}

# ---------------------------------------------------------------------------------------------------------

case $want in
run | dev) ;;
sound) rm -f "$ready" ;;
*) fail "setup.sh takes run, dev or sound, not \"$want\"" ;;
esac

fresh_log() { mkdir -p build && : >"$log" || fail "Can't write $log"; }

is_ready || { fresh_log; set_up; }
if [ "$want" = dev ]; then
    [ "$(cat "$ready_dev" 2>/dev/null)" = "$(fingerprint)" ] || { mkdir -p build; set_up_dev; }
fi
