#!/bin/sh
# First process of the VM of by-hand.sh: Debian's files from the disk, then the recorder, then off.
export PATH=/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin HOME=/root
if [ ! -e /images ]; then
  mount -t devtmpfs devtmpfs /dev
  while read -r module; do insmod "/modules/$module" 2>/dev/null; done </modules/order
  mkdir -p /new && mount -t ext4 /dev/vda /new
  exec switch_root /new /sbin/init
fi
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev 2>/dev/null
mount -t tmpfs tmpfs /run
mount -t cgroup2 cgroup2 /sys/fs/cgroup
echo '+memory +pids' >/sys/fs/cgroup/cgroup.subtree_control
# The kernel's own messages would stand among the answers.
dmesg -n 1
hostname lab
ip link set lo up
# An address of those kept for documentation.
ip addr add 192.0.2.10/24 dev eth0
ip link set eth0 up
/sbin/agetty --noclear tty1 linux &
sleep 3
/recorder
echo '@@ start'
cat /run/report
echo '@@ strace'
cat /run/strace.log
echo '@@ end'
sync
echo o >/proc/sysrq-trigger
sleep 10
