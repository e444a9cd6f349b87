#!/bin/sh
# First process of the guest on Xen.
mount -t proc proc /proc
mount -t sysfs sysfs /sys
echo "guest kernel: $(uname -r), hypervisor: $(cat /sys/hypervisor/type)"
sleep 100000
