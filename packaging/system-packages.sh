#!/bin/sh
# Installs the packages of debian.txt that are missing, or says in one line how to.
set -eu
list="$(dirname "$0")/debian.txt"
missing=""
while read -r name sign; do
    case "$name" in "" | "#"*) continue ;; esac
    [ -e "$sign" ] || missing="$missing $name"
done < "$list"
[ -z "$missing" ] && exit 0
if ! command -v apt-get > /dev/null; then
    echo "Please install the equivalents of these Debian packages:$missing" >&2
    exit 1
fi
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif sudo -n true 2> /dev/null; then
    as_root="sudo"
else
    echo "Please run once: sudo apt-get install -y --no-install-recommends$missing" >&2
    exit 1
fi
echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
# Package names hold no spaces, so splitting them is what is wanted here.
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $missing > /dev/null 2>&1 || {
    $as_root apt-get update -qq
    $as_root apt-get install -y -qq --no-install-recommends $missing > /dev/null
}
