#!/usr/bin/env bash
# The mock server of TypeSpec's HTTP scenarios on localhost:SPECTOR_PORT. In STORAGE_FOLDER it leaves the files that scenarios send (assets) and, when it
# is told to stop, what it saw (coverage.json).
. "$(dirname "${BASH_SOURCE[0]}")/server.sh"

# These install together. The scenarios are compiled when the server starts, so the compiler's libraries are needed as well.
packages=(
  @typespec/http-specs@0.1.0-alpha.33-dev.3 @typespec/spector@0.1.0-alpha.24-dev.2
  @typespec/compiler@1.9.0 @typespec/http@1.9.1 @typespec/openapi@1.9.0 @typespec/openapi3@1.9.0 @typespec/json-schema@1.9.0
  @typespec/rest@0.79.0 @typespec/versioning@0.79.0 @typespec/xml@0.79.0 @typespec/events@0.79.0 @typespec/sse@0.79.0 @typespec/streams@0.79.0
)
modules=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/uploadgen/spector@0.1.0-alpha.24-dev.2
specs=$modules/node_modules/@typespec/http-specs

find_spector() {
  [[ -x $modules/node_modules/.bin/tsp-spector && -d $specs/specs && -d $modules/.git/refs ]]
}

# The server asks for the commit of the folder that its scenarios are in.
make_commit() {
  git -C "$modules" init -q
  git -C "$modules" -c user.name=spector -c user.email=spector@localhost commit -q --allow-empty -m "Install"
}

require_spector() {
  command -v node >/dev/null || unavailable "There is no node to run the mock server of TypeSpec's scenarios with."
  if find_spector; then return; fi
  may_install || unavailable "The mock server of TypeSpec's scenarios isn't in $modules: run the tests with UPLOADGEN_INSTALL_STORAGE=1, which puts it there."
  command -v npm >/dev/null || unavailable "The mock server of TypeSpec's scenarios is missing, and there is no npm to install it with."
  command -v git >/dev/null || unavailable "The mock server of TypeSpec's scenarios needs git."
  mkdir -p "$modules"
  # Two runs of the tests may find it missing at the same time.
  exec 9>"$modules/lock"
  if command -v flock >/dev/null; then flock 9; fi
  find_spector || {
    installed_by "$STORAGE_FOLDER/install.log" npm install --prefix "$modules" --legacy-peer-deps --no-audit --no-fund "${packages[@]}"
    installed_by "$STORAGE_FOLDER/install.log" make_commit
  }
  exec 9>&-
  find_spector || unavailable "'${packages[*]}' were installed and aren't there."
}

mkdir -p "$STORAGE_FOLDER"
require_spector
cp -r "$specs/assets" "$STORAGE_FOLDER/assets"
log=$STORAGE_FOLDER/spector.out
cd "$STORAGE_FOLDER"
daemon "$log" node "$modules/node_modules/.bin/tsp-spector" serve "$specs/specs" --port "$SPECTOR_PORT" --coverageFile "$STORAGE_FOLDER/coverage.json"
wait_until "the mock server of TypeSpec's scenarios" "$log" answers "$SPECTOR_PORT"
serve_until_input_ends
