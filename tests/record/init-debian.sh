#!/bin/sh
# First process of the VMs "debian" and "arm": Docker with two local images, then the commands, then off.
export PATH=/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin HOME=/root
if [ "$$" = 1 ] && [ ! -e /moved ]; then
  # A container's root cannot be pivoted to from the first file system: move to another one.
  mkdir -p /new && mount -t tmpfs -o size=3G tmpfs /new && : >/moved
  cp -a /bin /sbin /usr /lib /lib64 /etc /var /root /init /commands.sh /images /modules /wasm /moved /qemu-aarch64.conf /new/ 2>/dev/null
  mkdir -p /new/proc /new/sys /new/dev /new/tmp /new/run
  exec switch_root /new /init
fi
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev 2>/dev/null
mount -t cgroup2 cgroup2 /sys/fs/cgroup
mount -t tmpfs tmpfs /run
# Room for the engine's layers that is not the root's own file system.
mkdir -p /var/lib/docker && mount -t tmpfs tmpfs /var/lib/docker
while read -r module; do insmod "/modules/$module" 2>/dev/null; done </modules/order
hostname lab
ip link set lo up
dockerd --add-runtime runsc=/usr/bin/runsc --bridge=none --iptables=false --ip6tables=false >/run/dockerd.log 2>&1 &
tries=0
until docker version >/dev/null 2>&1 || [ "$tries" -gt 120 ]; do
  tries=$((tries + 1))
  sleep 1
done
docker import /images/debian.tar debian >/dev/null
docker import /images/busybox.tar busybox >/dev/null
docker run -d --name shop --network none --memory 64m debian sleep 1000 >/dev/null
docker run -d --name cache --network none busybox sleep 2000 >/dev/null
if [ -e /images/arm64.tar ]; then
  mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc
  cat /qemu-aarch64.conf >/proc/sys/fs/binfmt_misc/register
  docker load --quiet --input /images/arm64.tar
  docker run -d --name arm --platform linux/arm64 --network none shop:arm64 sleep 3000 >/dev/null
fi
echo '@@ start'
cd /wasm || exit
# Not busybox, whose shell prefers its own ps and ls to the real ones.
bash /commands.sh
echo '@@ end'
tail -5 /run/dockerd.log
poweroff -f
