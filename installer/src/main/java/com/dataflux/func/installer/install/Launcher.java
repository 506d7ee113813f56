package com.dataflux.func.installer.install;

import com.dataflux.func.platform.engine.EngineFiles;
import java.nio.file.Path;

/// The shell script behind the `dataflux-func` command.
final class Launcher {
  private Launcher() {}

  static String script(Path toolkit) {
    return """
    #!/bin/sh
    # Starts the toolkit on its own Java runtime, with classes prepared at the install where they are.
    toolkit=%s
    cache=$toolkit/dataflux-func.aot
    [ -f "$cache" ] && set -- "-XX:AOTCache=$cache" -jar "$toolkit/dataflux-func.jar" "$@" ||
      set -- -jar "$toolkit/dataflux-func.jar" "$@"
    # File names are UTF-8, whatever the operator's locale; Java asks the C library for it.
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
      *[Uu][Tt][Ff]*) ;;
      *)
        LC_ALL=$(locale -a 2>/dev/null | grep -i -E '\\.utf-?8$' |
          sed -n -e '/^C\\./{p;q;}' -e '/^en_US\\./{p;q;}' -e '$p')
        export LC_ALL="${LC_ALL:-C.UTF-8}"
        ;;
    esac
    # On a host without a packet filter of its own, the engine's.
    PATH=$PATH:%s
    export PATH
    exec "$toolkit/java/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable "$@"
    """
        .formatted(quoted(toolkit.toString()), EngineFiles.FALLBACK);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
