#!/bin/sh
# First process of the VMs "rootless" and "lxc": a whole Debian with Docker of an ordinary user, or with a
# system container. Then the commands, then off.
export PATH=/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin HOME=/root
if [ ! -e /distro ]; then
  mount -t devtmpfs devtmpfs /dev
  while read -r module; do insmod "/modules/$module" 2>/dev/null; done </modules/order
  mkdir -p /new && mount -t ext4 /dev/vda /new
  cp /init /commands.sh /machine /new/
  exec switch_root /new /init
fi
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev 2>/dev/null
mkdir -p /dev/pts /dev/shm
mount -t devpts devpts /dev/pts
mount -t tmpfs tmpfs /dev/shm
mount -t tmpfs tmpfs /run
mount -t cgroup2 cgroup2 /sys/fs/cgroup
chmod 666 /dev/net/tun /dev/fuse
hostname lab
ip link set lo up

wait_for() {
  tries=0
  until "$@" >/dev/null 2>&1 || [ "$tries" -gt 60 ]; do
    tries=$((tries + 1))
    sleep 1
  done
}

start_rootless() {
  mkdir -p /run/user/1000 && chown 1000:1000 /run/user/1000
  cat >/run/as-user.sh <<'EOF'
export XDG_RUNTIME_DIR=/run/user/1000 DOCKER_HOST=unix:///run/user/1000/docker.sock HOME=/home/ada
export PATH=/usr/sbin:/sbin:/usr/bin:/bin
cd
EOF
  su ada -s /bin/bash -c '. /run/as-user.sh
    /usr/share/docker.io/contrib/dockerd-rootless.sh --bridge=none --iptables=false --ip6tables=false' \
    >/run/engine.log 2>&1 &
  wait_for su ada -s /bin/bash -c '. /run/as-user.sh; docker version'
  su ada -s /bin/bash -c '. /run/as-user.sh
    tar -C /images/busybox -c . | docker import - busybox
    docker run -d --name shop --network none busybox sleep 1000
    docker run -d --name cache --network none busybox sleep 2000' >/run/start.log 2>&1
}

start_lxc() {
  mkdir -p /var/lib/lxc/shop
  cat >/var/lib/lxc/shop/config <<'EOF'
lxc.include = /usr/share/lxc/config/common.conf
lxc.include = /usr/share/lxc/config/userns.conf
lxc.uts.name = shop
lxc.arch = amd64
lxc.rootfs.path = dir:/images/debian
lxc.rootfs.options = idmap=container
lxc.idmap = u 0 100000 65536
lxc.idmap = g 0 100000 65536
lxc.apparmor.profile = unconfined
lxc.net.0.type = empty
EOF
  lxc-start -n shop -l INFO -o /run/engine.log >/run/start.log 2>&1 || return
  wait_for lxc-attach -n shop -- systemctl is-active ssh
}

machine=$(cat /machine)
"start_$machine"
echo '@@ start'
case $machine in
rootless) su ada -s /bin/bash -c '. /run/as-user.sh; . /commands.sh' ;;
# On a terminal lxc-attach would open one of its own and print there.
lxc) bash /commands.sh </dev/null 2>&1 | cat ;;
esac
echo '@@ end'
tail -n 30 /run/*.log
sync
poweroff -f 2>/dev/null || echo o >/proc/sysrq-trigger
