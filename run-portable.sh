#!/bin/sh
# Installs DataFlux Func on this host: `/bin/bash run-portable.sh [OPTIONS]`; --help lists the options.
# `/bin/bash run-portable.sh restore --full ARCHIVE` rebuilds a lost host from a full archive instead.
# In a bundle it starts the installer on the Java runtime that the bundle carries. In a source checkout it first builds
# the bundle, into dist/dataflux-func-portable; with --bundle-only it stops there, and with --dry-run builds nothing.
# It needs nothing of its place: no modes, no write access, no right to execute, any name.
set -u

case $0 in
  */*) here=${0%/*} ;;
  *) here=. ;;
esac
here=$(CDPATH='' cd -- "${here:-/}" && pwd -P) || exit 1

refuse() { # EXIT_CODE WHAT NEXT
  printf 'Error: %s.\n  Next: %s\n' "$2" "$3" >&2
  exit "$1"
}

# The optimising compiler stays on: without it a SHA-256 takes three times as long. Figures for other programs would be
# left in /tmp.
java_options='-XX:+UseSerialGC -Xshare:auto -XX:-UsePerfData'
# File names and arguments are UTF-8, whatever the operator's locale; Java asks the C library for it.
LC_ALL=$(locale -a 2>/dev/null | grep -i -E '\.utf-?8$' |
  sed -n -e '/^C\./{p;q;}' -e '/^en_US\./{p;q;}' -e '$p')
export LC_ALL="${LC_ALL:-C.UTF-8}"

# --- In a source checkout ---------------------------------------------------------------------------------------------

usage() {
  echo 'Usage: /bin/bash run-portable.sh [OPTIONS]'
  echo 'Builds the bundle in dist/dataflux-func-portable, then installs it on this host.'
  echo '  --bundle-only: Build the bundle, and install nothing.'
  sed -n -e '/^## `dataflux-func install`/,/^## `dataflux-func upgrade`/!d' -e '/^| `--bundle /d' \
    -e 's/\\|/|/g' -e 's/^| `\(--.*\)` | \(.*\) |$/  \1: \2/p' "$here/docs/reference.md"
}

# The same names as the installer's own, so that a mistyped one is refused before anything is fetched or built.
check_options() {
  while [ $# -gt 0 ]; do
    name=${1%%=*}
    case $name in
      --mini | --no-mysql | --no-redis | --mqtt | --auto-setup | --dry-run | --yes | --json) ;;
      --help | -h) usage; exit 0 ;;
      --install-dir | --port | --publish-mode | --advertise-addr | --extra-config | --patience | \
        --mysql-host | --mysql-port | --mysql-user | --mysql-password | --mysql-database | \
        --redis-host | --redis-port | --redis-user | --redis-password | --redis-database | \
        --auto-setup-admin-username | --auto-setup-admin-password | --auto-setup-admin-password-file)
        case $1 in
          *=*) ;;
          *) [ $# -gt 1 ] || refuse 2 "The option $1 needs a value" "See --help; nothing was changed."; shift ;;
        esac
        check_value "$name" "${1#"$name="}"
        ;;
      *) refuse 2 "Unknown option: '$1'" "See --help; nothing was changed." ;;
    esac
    shift
  done
}

check_value() { # OPTION VALUE
  case $1 in
    --*-port | --port) is_number "$2" 1 65535 ;;
    --patience) is_number "$2" 1 2147483647 ;;
    --redis-database) is_number "$2" 0 2147483647 ;;
    --install-dir) [ "${2#/}" != "$2" ] ;;
  esac || refuse 2 "$1 cannot be '$2'" "See --help; nothing was changed."
}

is_number() { # TEXT LEAST MOST
  case $1 in
    '' | *[!0-9]*) return 1 ;;
  esac
  [ "$1" -ge "$2" ] 2>/dev/null && [ "$1" -le "$3" ]
}

missing_packages() {
  for package in $(sed 's/#.*//' build/packages.txt); do
    case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
      *' installed') ;;
      *) printf ' %s' "$package" ;;
    esac
  done
}

install_packages() {
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  echo "Installing what the build needs:$missing" >&2
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086 # several names on purpose
  apt-get -q update >&2 && apt-get -q -y --no-install-recommends install $missing >&2
}

# The jar is made anew when a source is younger than it, or was taken away.
jar_is_current() {
  [ -f "$jar" ] || return 1
  [ -z "$(find . \( -name target -o -name node_modules -o -name dist -o -name .git \) -prune -o \
    \( -path '*/src/*' -o -path './runtime/python/*' -o -path './runtime/web/*' -o -name pom.xml \) -newer "$jar" -print |
    sed -n 1p)" ]
}

# What an install would do, its bundle tells; without one there is only the build to tell of.
plan_build() {
  cd "$here" || exit 1
  echo 'The plan; nothing was changed:'
  missing=$(missing_packages)
  echo "  Install packages   ${missing:- none, they are installed}"
  echo '  Build bundle        dist/dataflux-func-portable; --bundle-only stops there'
  echo '  Install             as the same command says once the bundle is built'
}

build_bundle() {
  cd "$here" || exit 1
  jar=installer/target/dataflux-func.jar
  [ "$(id -u)" = 0 ] || refuse 10 "A bundle is built as root" "Run the same command as root, or with sudo."
  install_packages || refuse 22 "What the build needs could not be installed" "Look at the messages of apt-get above."
  jdk=$(build/provide-jdk) || refuse 22 "No JDK 25 could be found or installed" "Install one under /usr/lib/jvm."
  if ! jar_is_current; then
    echo "Building the programs …" >&2
    mvn -q -DskipTests package >&2 || refuse 22 "The programs could not be built" "Look at the messages of Maven above."
  fi
  "$jdk/bin/java" $java_options -jar "$jar" bundle build --output dist/dataflux-func-portable || exit
}

# --- In a bundle ------------------------------------------------------------------------------------------------------

# A new directory with room for the runtime, where programs may be executed: /tmp is often mounted noexec.
make_room() {
  for place in "${TMPDIR:-/tmp}" /tmp /var/tmp /run /dev/shm /root /usr/local; do
    [ -d "$place" ] && [ -w "$place" ] || continue
    [ "$(df -Pk "$place" 2>/dev/null | awk 'NR == 2 { print $4 }')" -ge 160000 ] 2>/dev/null || continue
    room=$(mktemp -d "$place/dataflux-func.XXXXXX" 2>/dev/null) || continue
    printf '#!/bin/sh\nexit 0\n' >"$room/try" && chmod 700 "$room/try" && "$room/try" 2>/dev/null && return 0
    rm -rf "$room"
  done
  room=
  return 1
}

# What starts the installer is compared with the manifest here, since it could not say itself that it is damaged; the
# installer compares everything.
check_files() {
  command -v sha256sum >/dev/null || return 0
  [ "$(sed '$d' "$here/manifest.json" | digest)" = "$(sed -n '$s/^"checksum":"\(.*\)"}$/\1/p' "$here/manifest.json")" ] ||
    refuse 20 "The bundle's file manifest.json is altered" "Copy the whole bundle directory again."
  for name in run-portable.sh java-runtime.tgz dataflux-func.jar; do
    [ "$(digest <"$here/$name")" = "$(sed -n "s/^{\"name\":\"$name\",.*\"sha256\":\"\([0-9a-f]*\)\".*/\1/p" "$here/manifest.json")" ] ||
      refuse 20 "The bundle's file $name is damaged" "Copy the whole bundle directory again."
  done
}

digest() {
  sha256sum | sed 's/ .*//'
}

install_bundle() {
  [ -f "$here/java-runtime.tgz" ] ||
    refuse 20 "The bundle's file java-runtime.tgz is missing" "Copy the whole bundle directory again."
  [ ! -f "$here/manifest.json" ] || check_files
  # Set before there is anything to remove: a shell that a signal ends without one of its own runs no EXIT trap.
  room=
  trap 'rm -rf "$room"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  make_room || refuse 13 "No directory with 160 MB of space allows programs to be executed" \
    "Set TMPDIR to a directory on a disk that is not mounted noexec."
  tar -xzf "$here/java-runtime.tgz" -C "$room" ||
    refuse 20 "The bundle's file java-runtime.tgz cannot be unpacked" "Copy the whole bundle directory again."
  java=$(find "$room" -path '*/bin/java' -type f | sed -n 1p)
  [ -n "$java" ] || refuse 20 "The bundle's file java-runtime.tgz holds no Java" "Copy the whole bundle directory again."
  chmod 755 "$java"

  command=install
  if [ "${1:-}" = restore ]; then
    command=restore
    shift
  fi
  # In the background, so that a signal to this script reaches the installer, which then stops in order.
  exec 3<&0
  # shellcheck disable=SC2086 # several options on purpose
  "$java" $java_options -jar "$here/dataflux-func.jar" $command --bundle "$here" "$@" <&3 &
  installer=$!
  trap 'kill -TERM "$installer" 2>/dev/null' INT TERM HUP
  while :; do
    wait "$installer"
    status=$?
    kill -0 "$installer" 2>/dev/null || break
  done
  exit "$status"
}

if [ -f "$here/dataflux-func.jar" ]; then
  install_bundle "$@"
elif [ -f "$here/pom.xml" ]; then
  bundle_only=no
  dry_run=no
  for argument do
    shift
    case $argument in
      --bundle-only) bundle_only=yes ;;
      --dry-run) dry_run=yes; set -- "$@" "$argument" ;;
      *) set -- "$@" "$argument" ;;
    esac
  done
  check_options "$@"
  bundled=$here/dist/dataflux-func-portable/run-portable.sh
  if [ "$dry_run" = no ]; then
    build_bundle
  elif [ "$bundle_only" = yes ] || [ ! -f "$bundled" ]; then
    plan_build
    exit
  fi
  [ "$bundle_only" = yes ] || exec sh "$bundled" "$@"
else
  refuse 20 "$here is no bundle: the file dataflux-func.jar is missing" "Copy the whole bundle directory again."
fi
