#!/usr/bin/env bash
# @tus/server on 127.0.0.1:TUS_PORT with its files in STORAGE_FOLDER. TUS_MAX_SIZE: the most bytes of a file; TUS_EXPIRE_MS: how long an upload is kept.
. "$(dirname "${BASH_SOURCE[0]}")/server.sh"

here=$(dirname "${BASH_SOURCE[0]}")
packages=(@tus/server@2.4.5 @tus/file-store@2.1.1)
modules=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/uploadgen/tus-server@2.4.5

find_tus() {
  [[ -d $modules/node_modules/@tus/server && -d $modules/node_modules/@tus/file-store ]]
}

require_tus() {
  command -v node >/dev/null || unavailable "There is no node to run @tus/server with."
  if find_tus; then return; fi
  may_install || unavailable "@tus/server isn't in $modules: npm install --prefix $modules ${packages[*]}; or run the tests with UPLOADGEN_INSTALL_STORAGE=1."
  command -v npm >/dev/null || unavailable "@tus/server is missing, and there is no npm to install it with."
  mkdir -p "$modules"
  # Two runs of the tests may find it missing at the same time.
  exec 9>"$modules/lock"
  if command -v flock >/dev/null; then flock 9; fi
  find_tus || installed_by "$STORAGE_FOLDER/install.log" npm install --prefix "$modules" --no-audit --no-fund "${packages[@]}"
  exec 9>&-
  find_tus || unavailable "'${packages[*]}' were installed and aren't there."
}

require_tus
log=$STORAGE_FOLDER/tus.out
mkdir -p "$STORAGE_FOLDER/files"
# Node looks for packages beside the script.
cp "$here/tus.mjs" "$modules/tus.mjs.$$"
mv "$modules/tus.mjs.$$" "$modules/tus.mjs"
daemon "$log" node "$modules/tus.mjs" "$STORAGE_FOLDER/files"
wait_until "@tus/server" "$log" answers "$TUS_PORT"
serve_until_input_ends
