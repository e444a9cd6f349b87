#!/bin/sh
# Runs the measuring kit once with everything that needs no engine (a process, runc, a VM in QEMU) and
# keeps its file as a fixture: a real one, for those who read such files. See README.md beside this file.
set -eu

kernel=${1:?usage: kit.sh KERNEL_FILE}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$work" && sh "$here/../../static/kit/measure.sh" --runs 10 --qemu-kernel "$kernel")

# What a kernel is called beyond its version tells whose machine it is.
mkdir -p "$here/../fixtures/kit"
sed 's/\("kernel": "[0-9.]*\)[^"]*"/\1"/' "$work/strata-measurements.json" \
  >"$here/../fixtures/kit/debian-12-runc-qemu.json"
npx prettier --log-level warn --write "$here/../fixtures/kit/debian-12-runc-qemu.json"
