#!/bin/sh
# First process of Dom0 in the VM "xen": the toolstack, one guest, then the commands, then off.
export PATH=/usr/sbin:/sbin:/usr/bin:/bin HOME=/root
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
mkdir -p /dev/pts && mount -t devpts devpts /dev/pts
mount -t tmpfs tmpfs /run
mkdir -p /var/lib/xen /var/log/xen/console /run/xen /var/run && ln -sf /run/xen /var/run/xen
while read -r module; do insmod "/modules/$module" 2>/dev/null; done </modules/order
mkdir -p /proc/xen && mount -t xenfs xenfs /proc/xen
hostname dom0
mkdir -p /etc/xen && : >/etc/xen/xl.conf
mkdir -p /run/xenstored /var/lib/xenstored
/usr/lib/xen-4.17/bin/xenstored 2>&1
sleep 2
/usr/lib/xen-4.17/bin/xen-init-dom0 2>&1
/usr/lib/xen-4.17/bin/xenconsoled --log=guest --log-dir=/var/log/xen/console 2>&1
cat >/guest/shop.cfg <<'CFG'
name = "shop"
kernel = "/guest/vmlinuz"
ramdisk = "/guest/initrd"
extra = "console=hvc0 quiet"
memory = 256
vcpus = 1
CFG
xl create /guest/shop.cfg 2>&1
sleep 60
echo '@@ start'
. /commands.sh
echo '@@ end'
poweroff -f
