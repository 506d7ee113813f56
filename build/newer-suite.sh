# Sourced by build/provide-*: programs of a newer Debian suite than this machine's, from the mirror that its own apt
# uses, with that suite's C library beside them: nothing else on the machine sees either.
# Needs root, mmdebstrap and patchelf.

newer_suite=trixie

# fetch_packages DIRECTORY PACKAGE…: unpacks packages and everything that they depend on.
fetch_packages() {
  fetched=$1
  shift
  # The first component `main` that is not a security archive.
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(COMPONENT) $(LABEL)' |
    awk '$2 == "main" && $3 == "Debian" { print $1; exit }')
  [ -n "$mirror" ] || { echo "$0: apt names no Debian mirror; run \`apt-get update\`." >&2; return 1; }
  echo "$0: fetching $* of $newer_suite …" >&2
  mmdebstrap --quiet --mode=root --variant=extract --include="$(echo "$*" | tr ' ' ',')" \
    --aptopt='Acquire::Check-Valid-Until "false"' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' "$newer_suite" "$fetched" "$mirror" >&2
}

# relocate LIBRARIES FILE…: lets every program among the files find its loader and its C library in LIBRARIES.
relocate() {
  libraries=$1
  shift
  for file do
    case $(head -c 4 "$file" | tr -d '\0') in
      *ELF) ;;
      *) continue ;;
    esac
    rpath=$(patchelf --print-rpath "$file")
    patchelf --force-rpath --set-rpath "${rpath:+$rpath:}$libraries" "$file"
    ! patchelf --print-interpreter "$file" >/dev/null 2>&1 ||
      patchelf --set-interpreter "$libraries/ld-linux-x86-64.so.2" "$file"
  done
}
