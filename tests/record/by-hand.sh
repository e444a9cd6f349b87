#!/bin/sh
# Builds a container by hand in a throw-away VM with Debian, asks inside and outside after every step, traces
# runc doing the same, and writes it all into src/lib/content/transcripts/by-hand.json. See README.md.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
disk=$work/disk
kernel=$(ls /boot/vmlinuz-*-amd64 | sort -V | tail -1)
release=${kernel#/boot/vmlinuz-}

# ROOTS may name a folder that keeps the two systems for the next recording.
roots=${ROOTS:-$work}
[ -e "$roots/host/etc" ] || debootstrap --variant=minbase --include=procps,iproute2,runc,strace bookworm "$roots/host"
# Another release than the one around it, so that one can see whose files a container has.
[ -e "$roots/guest/etc" ] || debootstrap --variant=minbase --include=procps,iproute2 trixie "$roots/guest"

cp -a "$roots/host" "$disk"
mkdir -p "$disk/images" "$disk/bundle"
cp -a "$roots/guest" "$disk/images/shop"
for system in "$disk" "$disk/images/shop"; do
  rm -rf "$system"/var/cache/apt "$system"/var/lib/apt/lists "$system"/var/log/* "$system"/usr/share/doc
  # Names of the machine on which the systems were made.
  echo lab >"$system/etc/hostname"
  : >"$system/etc/resolv.conf"
  printf '127.0.0.1 localhost\n' >"$system/etc/hosts"
done
grep -q '^ada:' "$disk/etc/passwd" || chroot "$disk" useradd --create-home --uid 1000 ada
install "$here/by-hand-recorder.sh" "$disk/recorder"
rm -f "$disk/sbin/init"
install "$here/by-hand-init.sh" "$disk/sbin/init"
(cd "$disk/bundle" && runc spec)
node "$here/by-hand.mjs" bundle "$disk/bundle/config.json"
node "$here/by-hand.mjs" commands >"$disk/commands.sh"
for package in util-linux iproute2 procps runc strace bash; do
  chroot "$disk" dpkg-query --show "$package"
done >"$work/versions"
truncate -s 3G "$work/disk.img"
mkfs.ext4 -q -d "$disk" "$work/disk.img"

# The first file system: what it takes to reach the disk.
mkdir -p "$root/bin" "$root/sbin" "$root/proc" "$root/sys" "$root/dev" "$root/modules"
cp /usr/bin/busybox "$root/bin/busybox"
for applet in sh mount mkdir insmod switch_root; do ln -s busybox "$root/bin/$applet"; done
for module in virtio_pci virtio_blk virtio_net veth ext4 crc32c_generic; do
  for file in $(modprobe -S "$release" --show-depends "$module" | awk '/^insmod/ {print $2}'); do
    cp "$file" "$root/modules/"
    basename "$file" >>"$root/modules/order"
  done
done
install "$here/by-hand-init.sh" "$root/init"
(cd "$root" && find . | cpio --quiet -o -H newc | gzip -1) >"$work/initrd"

timeout 1500 qemu-system-x86_64 -accel tcg,thread=multi -cpu max -m 1024 -smp 2 -nographic -no-reboot \
  -nic user,model=virtio-net-pci -kernel "$kernel" -initrd "$work/initrd" \
  -drive "file=$work/disk.img,if=virtio,format=raw" \
  -append 'console=ttyS0 quiet panic=-1 ipv6.disable=1 net.ifnames=0' </dev/null >"$work/log" 2>&1 || true
cp "$work/log" "${LOG:-/dev/null}"
cp "$work/versions" "${LOG:-/dev/null}${LOG:+.versions}"
node "$here/by-hand.mjs" write "$work/log" "$work/versions"
