# Names that the scripts of packages share; sourced, with the repository as $root.
set -euo pipefail
umask 022
export LC_ALL=C.UTF-8 TZ=UTC
here=$root/.ci/packages
out=$root/.build/packages
# One fixed place: paths that a compiler may write into a program are the same on every machine.
place=/tmp/tirazh-build
source=$place/source
stage=$place/stage

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
die() { printf '%s\n' "$*" >&2; exit 1; }

# The version has its one place in Package.swift.
version() { sed -n 's/^let version = "\(.*\)"$/\1/p' "$1/Package.swift"; }

# Everything below a folder gets the commit's time and plain rights.
settle() {
  find "$1" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
}
