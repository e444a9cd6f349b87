#!/bin/sh
# Runs the recorded checks of one kind of machine (debian, arm, rootless, lxc, xen or host) in a VM of its
# own and writes their output into src/lib/content/checks/. See README.md beside this file.
set -eu

machine=${1:?usage: record.sh debian|arm|rootless|lxc|xen|host}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
cpu=max
kernel=$(ls /boot/vmlinuz-*-amd64 | sort -V | tail -1)
release=${kernel#/boot/vmlinuz-}

# Copies programs with the libraries they need, at the same places.
install_programs() {
  target=$1
  shift
  for program in "$@"; do
    file=$(readlink -f "$program")
    mkdir -p "$target$(dirname "$program")"
    # An applet of the same name is a link to busybox, which must not be written over.
    rm -f "$target$program"
    cp -L "$file" "$target$program"
    for library in $(ldd "$file" 2>/dev/null | grep -o '/[^ ]*' || true); do
      mkdir -p "$target$(dirname "$library")"
      cp -L "$library" "$target$library"
    done
  done
}

# A root file system of busybox; what is given in full replaces its applet.
make_root() {
  mkdir -p "$1/bin" "$1/sbin" "$1/proc" "$1/sys" "$1/dev" "$1/tmp" "$1/run" "$1/etc" "$1/var/lib" "$1/root"
  cp /usr/bin/busybox "$1/bin/busybox"
  for applet in $(/usr/bin/busybox --list); do
    [ "$applet" = busybox ] || ln -sf busybox "$1/bin/$applet"
  done
}

install_module() {
  for file in $(modprobe -S "$release" --show-depends "$1" 2>/dev/null | awk '/^insmod/ {print $2}'); do
    mkdir -p "$root/modules"
    cp "$file" "$root/modules/"
    basename "$file" >>"$root/modules/order"
  done
}

# Debian's emulator and its line for binfmt_misc, and busybox for arm64 as an image.
add_emulator() {
  install_module binfmt_misc
  mkdir -p "$root/usr/libexec/qemu-binfmt" "$work/arm64"
  cp /usr/bin/qemu-aarch64-static "$root/usr/bin/"
  ln -s ../../bin/qemu-aarch64-static "$root/usr/libexec/qemu-binfmt/aarch64-binfmt-P"
  cp /usr/lib/binfmt.d/qemu-aarch64.conf "$root/"
  (cd "$work" && apt-get -qq download busybox-static:arm64)
  dpkg-deb -x "$work"/busybox-static_*_arm64.deb "$work/arm64"
  for applet in sh cat ps sleep uname; do ln -s busybox "$work/arm64/bin/$applet"; done
  # docker import would call it an image for this CPU, so it is written as docker save writes one.
  mkdir "$work/image"
  tar -C "$work/arm64" -cf "$work/image/layer.tar" .
  sum=$(sha256sum "$work/image/layer.tar" | cut -d' ' -f1)
  echo '{"architecture":"arm64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":["sha256:'"$sum"'"]}}' \
    >"$work/image/config.json"
  echo '[{"Config":"config.json","RepoTags":["shop:arm64"],"Layers":["layer.tar"]}]' >"$work/image/manifest.json"
  tar -C "$work/image" -cf "$root/images/arm64.tar" .
}

pack() {
  (cd "$1" && find . | cpio --quiet -o -H newc | gzip -1)
}

make_root "$root"
cp /etc/os-release "$root/etc/os-release"
[ ! -e "$here/init-$machine.sh" ] || cp "$here/init-$machine.sh" "$root/init"
# The same machine with an emulator and an image for another CPU in it.
[ "$machine" != arm ] || cp "$here/init-debian.sh" "$root/init"
node "$here/commands.mjs" "$machine" >"$root/commands.sh"

case $machine in
host)
  printf '#!/bin/sh\nsleep 5\npoweroff -f\n' >"$root/init"
  chmod +x "$root/init"
  pack "$root" >"$work/initrd"
  set -- -kernel "$kernel" -initrd "$work/initrd" -append 'console=ttyS0 quiet panic=-1'
  ;;
debian | arm)
  install_programs "$root" /bin/ps /bin/ls /usr/bin/unshare /usr/bin/lsns /usr/bin/strace /bin/echo \
    /usr/bin/docker /usr/sbin/dockerd /usr/bin/containerd /usr/bin/containerd-shim-runc-v2 \
    /usr/sbin/runc /usr/bin/runsc /bin/bash /usr/bin/ldd "$(command -v node)"
  # One Wasm module and a script that runs it three times in one process.
  mkdir -p "$root/wasm"
  cp "$here/three.mjs" "$root/wasm/"
  wat2wasm "$here/hello.wat" -o "$root/wasm/hello.wasm"
  ldconfig -r "$root"
  install_module overlay
  # For the check that looks where KVM lies; not loaded.
  mkdir -p "$root/lib/modules/$release/kernel/arch/x86/kvm"
  cp "/lib/modules/$release"/kernel/arch/x86/kvm/kvm*.ko "$root/lib/modules/$release/kernel/arch/x86/kvm/"
  make_root "$work/busybox"
  install_programs "$work/debian" /bin/sh /bin/ls /bin/cat /bin/uname /bin/sleep /usr/bin/head /bin/grep /bin/ps
  mkdir -p "$work/debian/etc" "$work/debian/proc"
  cp /etc/os-release "$work/debian/etc/os-release"
  mkdir -p "$root/images"
  [ "$machine" != arm ] || add_emulator
  tar -C "$work/busybox" -cf "$root/images/busybox.tar" .
  tar -C "$work/debian" -cf "$root/images/debian.tar" .
  chmod +x "$root/init"
  pack "$root" >"$work/initrd"
  set -- -kernel "$kernel" -initrd "$work/initrd" -append 'console=ttyS0 quiet panic=-1'
  ;;
rootless | lxc)
  # ROOTS may name a folder that keeps the two systems for the next recording.
  roots=${ROOTS:-$work}
  [ -e "$roots/host/etc" ] || debootstrap --variant=minbase --include="$(paste -sd, "$here/distro-packages")" \
    bookworm "$roots/host"
  # Another release than the one around it, so that one can see whose files a container has.
  [ "$machine" = rootless ] || [ -e "$roots/guest/etc" ] || debootstrap --variant=minbase \
    --include=systemd,systemd-sysv,procps,cron,openssh-server trixie "$roots/guest"
  cp -a "$roots/host" "$work/disk"
  : >"$work/disk/distro"
  rm -rf "$work/disk/var/cache/apt" "$work/disk/var/lib/apt/lists"
  grep -q '^ada:' "$work/disk/etc/passwd" || chroot "$work/disk" useradd --create-home --uid 1000 ada
  printf 'ada:100000:65536\nroot:100000:65536\n' | tee "$work/disk/etc/subuid" >"$work/disk/etc/subgid"
  mkdir -p "$work/disk/images"
  if [ "$machine" = rootless ]; then make_root "$work/disk/images/busybox"; fi
  if [ "$machine" = lxc ]; then cp -a "$roots/guest" "$work/disk/images/debian"; fi
  truncate -s 4G "$work/disk.img"
  mkfs.ext4 -q -d "$work/disk" "$work/disk.img"
  cp "$here/init-distro.sh" "$root/init"
  echo "$machine" >"$root/machine"
  for module in virtio_pci virtio_blk ext4 crc32c_generic overlay tun fuse; do install_module "$module"; done
  chmod +x "$root/init"
  pack "$root" >"$work/initrd"
  set -- -kernel "$kernel" -initrd "$work/initrd" -append 'console=ttyS0 quiet panic=-1' \
    -drive "file=$work/disk.img,if=virtio,format=raw"
  ;;
xen)
  # Xen does not start on QEMU's newest CPU.
  cpu=qemu64
  # /usr/sbin/xl only looks for the one that fits the running Xen.
  install_programs "$root" /usr/sbin/xl /usr/lib/xen-4.17/bin/xl /usr/lib/xen-4.17/bin/xenconsoled /usr/lib/xen-4.17/bin/xenstored \
    /usr/lib/xen-4.17/bin/xen-init-dom0 /usr/lib/xen-4.17/bin/libxl-save-helper
  mkdir -p "$root/lib/x86_64-linux-gnu"
  cp -L /lib/x86_64-linux-gnu/libgcc_s.so.1 "$root/lib/x86_64-linux-gnu/"
  for module in xen-evtchn xen-gntdev xen-privcmd xenfs; do install_module "$module"; done
  make_root "$work/guest"
  cp "$here/init-guest.sh" "$work/guest/init"
  chmod +x "$work/guest/init"
  mkdir -p "$root/guest"
  cp "$kernel" "$root/guest/vmlinuz"
  pack "$work/guest" >"$root/guest/initrd"
  chmod +x "$root/init"
  pack "$root" >"$work/initrd"
  gunzip -c /boot/xen-4.17-amd64.gz >"$work/xen"
  set -- -kernel "$work/xen" -append 'dom0_mem=1024M com1=115200,8n1 console=com1 loglvl=none guest_loglvl=none' \
    -initrd "$kernel console=hvc0 quiet,$work/initrd"
  ;;
esac

timeout 900 qemu-system-x86_64 -accel tcg,thread=multi -cpu "$cpu" -m 4096 -smp 2 -nographic -no-reboot \
  -nic none "$@" </dev/null >"$work/log" 2>&1 &
if [ "$machine" = host ]; then
  # What is looked at here is the VM itself, from outside.
  sleep 5
  (echo '@@ start' && . "$root/commands.sh" && echo '@@ end') >"$work/beside" 2>&1
fi
wait || true
[ ! -e "$work/beside" ] || mv "$work/beside" "$work/log"
cp "$work/log" "${LOG:-/dev/null}"
node "$here/write-outputs.mjs" "$machine" "$work/log"
