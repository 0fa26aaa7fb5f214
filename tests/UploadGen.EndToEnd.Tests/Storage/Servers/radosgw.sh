#!/usr/bin/env bash
# Ceph's S3 gateway on 127.0.0.1, with one monitor and one object store in memory behind it. Three addresses:
# S3_PORT, S3_TLS_PORT (with the certificate STORAGE_FOLDER/tls.crt and its key tls.key), and S3_SMALL_PORT, which takes
# no more than S3_SMALL_LIMIT bytes in one request. MONITOR_PORT is the cluster's own. One user: S3_ACCESS_KEY, S3_SECRET_KEY.
. "$(dirname "${BASH_SOURCE[0]}")/server.sh"

packages=(ceph-mon ceph-osd radosgw)
programs=(ceph ceph-mon ceph-osd monmaptool radosgw radosgw-admin)

require_programs() {
  local missing=()
  for program in "${programs[@]}"; do
    command -v "$program" >/dev/null || missing+=("$program")
  done
  if [[ ! ${missing[*]} ]]; then return; fi
  if ! may_install; then
    unavailable "Ceph's S3 gateway isn't on PATH (${missing[*]}). On Debian or Ubuntu: sudo apt-get install --no-install-recommends ${packages[*]}; or run the tests as root with UPLOADGEN_INSTALL_STORAGE=1."
  fi
  command -v apt-get >/dev/null || unavailable "Ceph's S3 gateway is missing (${missing[*]}) and there is no apt-get to install it with."
  [[ $EUID == 0 ]] || unavailable "Ceph's S3 gateway is missing (${missing[*]}), and installing ${packages[*]} takes root."
  export DEBIAN_FRONTEND=noninteractive
  installed_by "$STORAGE_FOLDER/install.log" apt-get -o DPkg::Lock::Timeout=120 update
  installed_by "$STORAGE_FOLDER/install.log" apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "${packages[@]}"
}

configure() {
  cat >"$CEPH_CONF" <<CONF
[global]
fsid = $cluster
mon host = v2:127.0.0.1:$MONITOR_PORT
ms bind msgr1 = false
ms bind ipv6 = false
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
# A gateway insists on an encrypted connection to the monitor, which there is none of without authentication.
ms mon client mode = crc
ms mon service mode = crc
ms mon cluster mode = crc
run dir = $STORAGE_FOLDER
admin socket =
crash dir = $STORAGE_FOLDER
log file = $STORAGE_FOLDER/\$name.log
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 2000
# The monitor collects changes for a second before it takes them, which start-up consists of.
paxos propose interval = 0.05
paxos min wait = 0.02
osd heartbeat grace = 120
[mon.a]
mon data = $STORAGE_FOLDER/mon
mon data avail warn = 1
mon data avail crit = 1
mon cluster log file = $STORAGE_FOLDER/cluster.log
[osd.0]
osd data = $STORAGE_FOLDER/osd
osd objectstore = memstore
memstore device bytes = 8589934592
osd class load list = *
osd class default list = *
[client]
rgw data = $STORAGE_FOLDER/gateway
rgw enable usage log = false
rgw enable quota threads = false
rgw run sync thread = false
rgw thread pool size = 32
[client.large]
rgw frontends = beast endpoint=127.0.0.1:$S3_PORT ssl_endpoint=127.0.0.1:$S3_TLS_PORT ssl_certificate=$STORAGE_FOLDER/tls.crt ssl_private_key=$STORAGE_FOLDER/tls.key
[client.small]
rgw frontends = beast endpoint=127.0.0.1:$S3_SMALL_PORT
rgw max put size = $S3_SMALL_LIMIT
CONF
}

start_monitor() {
  local log=$STORAGE_FOLDER/monitor.out
  monmaptool --create --fsid "$cluster" --addv a "[v2:127.0.0.1:$MONITOR_PORT]" "$STORAGE_FOLDER/monmap" >"$log" 2>&1
  ceph-mon --mkfs -i a --monmap "$STORAGE_FOLDER/monmap" >>"$log" 2>&1
  daemon "$log" ceph-mon -f -i a
  wait_until "the monitor" "$log" timeout 5 ceph --connect-timeout 2 mon stat
}

start_object_store() {
  local log=$STORAGE_FOLDER/osd.out id
  id=$(cat /proc/sys/kernel/random/uuid)
  timeout 30 ceph osd new "$id" >"$log"
  ceph-osd -i 0 --mkfs --osd-uuid "$id" >>"$log" 2>&1
  daemon "$log" ceph-osd -f -i 0
  wait_until "the object store" "$log" store_is_up
}

store_is_up() {
  timeout 5 ceph osd stat | grep -q '1 up'
}

start_gateways() {
  local log=$STORAGE_FOLDER/user.out
  radosgw-admin user create --uid=uploadgen --display-name=UploadGen --access-key="$S3_ACCESS_KEY" --secret-key="$S3_SECRET_KEY" >"$log" 2>&1 || {
    cat "$log" >&2
    exit 1
  }
  daemon "$STORAGE_FOLDER/large.out" radosgw -f -n client.large
  daemon "$STORAGE_FOLDER/small.out" radosgw -f -n client.small
  wait_until "the gateway" "$STORAGE_FOLDER/large.out" answers "$S3_PORT"
  wait_until "the gateway over TLS" "$STORAGE_FOLDER/large.out" answers "$S3_TLS_PORT"
  wait_until "the small gateway" "$STORAGE_FOLDER/small.out" answers "$S3_SMALL_PORT"
}

require_programs
export CEPH_CONF=$STORAGE_FOLDER/ceph.conf
cluster=$(cat /proc/sys/kernel/random/uuid)
mkdir -p "$STORAGE_FOLDER"/{mon,osd,gateway}
configure
start_monitor
start_object_store
start_gateways
serve_until_input_ends
