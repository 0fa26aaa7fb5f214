# What the scripts that run a storage server have in common. Sourced by them.
# A server gets its settings from the environment, prints "ready" when it can be used, and runs until standard input ends:
# that is when the tests are over, and also when their process is killed.
set -euo pipefail

not_available=77 # exit code: the server can't run here, and standard error says why

unavailable() {
  echo "$1" >&2
  exit $not_available
}

# Nothing is installed on a machine whose owner hasn't asked for it.
may_install() {
  [[ ${CI:-} == true || ${UPLOADGEN_INSTALL_STORAGE:-} == 1 ]]
}

# installed_by <log> <command...>: installs, and says the end of the log if that fails.
installed_by() {
  local log=$1
  shift
  "$@" >>"$log" 2>&1 </dev/null || unavailable "'$*' failed: $(tail -n 3 "$log" | tr '\n' ' ')"
}

answers() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# wait_until <what> <log> <command...>: for half a minute.
wait_until() {
  local what=$1 log=$2 tries=300
  shift 2
  until "$@" >/dev/null 2>&1; do
    if ((--tries == 0)); then
      echo "waited in vain: $what" >&2
      tail -n 20 "$log" >&2
      exit 1
    fi
    sleep 0.1
  done
}

# A child of the shell that goes when the shell goes, however that happens.
daemon() {
  local log=$1
  shift
  if command -v setpriv >/dev/null; then set -- setpriv --pdeathsig KILL "$@"; fi
  "$@" >"$log" 2>&1 </dev/null &
}

clean_up() {
  trap - EXIT
  local children
  children=$(jobs -p)
  # Nothing they hold is kept, so they needn't put it in order.
  if [[ $children ]]; then kill -KILL $children 2>/dev/null || true; fi
  wait 2>/dev/null || true
  rm -rf "$STORAGE_FOLDER"
}

serve_until_input_ends() {
  echo ready
  read -r _ || true
}

trap clean_up EXIT
trap 'exit 1' TERM HUP
trap '' INT
