#!/usr/bin/env bash
# Azurite's blob service on 127.0.0.1:BLOB_PORT, in memory, with the account BLOB_ACCOUNT and its key BLOB_KEY.
. "$(dirname "${BASH_SOURCE[0]}")/server.sh"

package=azurite@3.35.0
modules=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/uploadgen/$package

find_azurite() {
  azurite=$(command -v azurite-blob) || azurite=$modules/node_modules/.bin/azurite-blob
  [[ -x $azurite ]]
}

require_azurite() {
  if find_azurite; then return; fi
  may_install || unavailable "Azurite isn't on PATH: npm install --global $package; or run the tests with UPLOADGEN_INSTALL_STORAGE=1, which puts it into $modules."
  command -v npm >/dev/null || unavailable "Azurite is missing, and there is no npm to install it with."
  mkdir -p "$modules"
  # Two runs of the tests may find it missing at the same time.
  exec 9>"$modules/lock"
  if command -v flock >/dev/null; then flock 9; fi
  find_azurite || installed_by "$STORAGE_FOLDER/install.log" npm install --prefix "$modules" --no-audit --no-fund "$package"
  exec 9>&-
  find_azurite || unavailable "'$package' was installed and holds no azurite-blob."
}

require_azurite
export AZURITE_ACCOUNTS=$BLOB_ACCOUNT:$BLOB_KEY
log=$STORAGE_FOLDER/azurite.out
cd "$STORAGE_FOLDER"
daemon "$log" "$azurite" --blobHost 127.0.0.1 --blobPort "$BLOB_PORT" --inMemoryPersistence --disableProductStyleUrl --disableTelemetry
wait_until "Azurite" "$log" answers "$BLOB_PORT"
serve_until_input_ends
