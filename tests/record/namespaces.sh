#!/bin/sh
# Makes each kind of namespace that names no other recording alone, in a throw-away VM, asks inside and outside, and writes the answers
# into src/lib/content/namespaces/namespaces.json. Needs what record.sh needs; see README.md.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
kernel=$(ls /boot/vmlinuz-*-amd64 | sort -V | tail -1)
release=${kernel#/boot/vmlinuz-}

mkdir -p "$root/bin" "$root/sbin" "$root/usr/bin" "$root/proc" "$root/sys" "$root/dev" "$root/tmp" "$root/mnt" "$root/modules"
cp /usr/bin/busybox "$root/bin/busybox"
for applet in $(/usr/bin/busybox --list); do
  [ "$applet" = busybox ] || ln -sf busybox "$root/bin/$applet"
done
for program in /usr/bin/unshare /usr/bin/setpriv /usr/bin/ipcmk /usr/bin/ipcs /usr/bin/pgrep /bin/ps /bin/bash; do
  file=$(readlink -f "$program")
  rm -f "$root/bin/$(basename "$program")"
  cp "$file" "$root/bin/$(basename "$program")"
  for library in $(ldd "$file" | grep -o '/[^ ]*'); do
    mkdir -p "$root$(dirname "$library")"
    cp -L "$library" "$root$library"
  done
done
for file in $(modprobe -S "$release" --show-depends e1000 | awk '/^insmod/ {print $2}'); do
  cp "$file" "$root/modules/"
done

node "$here/namespaces.mjs" commands >"$root/commands.sh"
cat >"$root/init" <<'EOF'
#!/bin/busybox sh
export PATH=/bin:/sbin:/usr/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
mount -t cgroup2 cgroup2 /sys/fs/cgroup
for module in /modules/*; do insmod "$module"; done
hostname lab
mkdir /sys/fs/cgroup/shop
chmod 1777 /tmp
sleep 3
echo '@@ start'
bash /commands.sh
echo '@@ end'
poweroff -f
EOF
chmod +x "$root/init"
(cd "$root" && find . | cpio --quiet -o -H newc | gzip -1) >"$work/initrd"

timeout 300 qemu-system-x86_64 -accel tcg,thread=multi -cpu max -m 1024 -smp 2 -nographic -no-reboot \
  -nic user,model=e1000 -kernel "$kernel" -initrd "$work/initrd" -append 'console=ttyS0 quiet panic=-1' \
  </dev/null >"$work/log" 2>&1 || true
cp "$work/log" "${LOG:-/dev/null}"
node "$here/namespaces.mjs" write "$work/log"
