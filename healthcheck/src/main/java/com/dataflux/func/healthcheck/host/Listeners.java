package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.site.HostFiles;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.util.List;
import java.util.stream.Stream;

/// Who listens on which port, from `/proc/net/tcp` and the descriptors of all processes.
final class Listeners {
  private static final String LISTENING = "0A";

  private Listeners() {}

  /// Inodes of the sockets that listen on a port.
  static List<String> on(HostFiles files, int port) {
    String local = ":%04X".formatted(port);
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .flatMap(table -> files.lines(table).stream())
        .map(line -> line.strip().split("\\s+", -1))
        .filter(
            fields -> fields.length > 9 && fields[1].endsWith(local) && fields[3].equals(LISTENING))
        .map(fields -> fields[9])
        .toList();
  }

  /// Name and number of the process that has the socket open; empty where it cannot be told.
  static String holder(HostFiles files, String inode) {
    String socket = "socket:[" + inode + "]";
    for (String pid : files.list("/proc")) {
      if (pid.matches("\\d+") && opens(files, "/proc/" + pid + "/fd", socket)) {
        return "%s (%s)".formatted(files.line("/proc/" + pid + "/comm"), pid);
      }
    }
    return "";
  }

  private static boolean opens(HostFiles files, String descriptors, String socket) {
    try {
      return files.list(descriptors).stream()
          .anyMatch(descriptor -> files.link(descriptors + "/" + descriptor).equals(socket));
    } catch (Unavailable e) {
      return false;
    }
  }
}
