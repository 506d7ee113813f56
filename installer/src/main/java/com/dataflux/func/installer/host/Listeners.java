package com.dataflux.func.installer.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads who listens from `/proc`, since a small host has neither `ss` nor `netstat`.
final class Listeners {
  /// State `LISTEN` in the kernel's tables.
  private static final String LISTEN = "0A";

  private static final String SOCKET = "socket:[";

  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private final Path proc;

  Listeners(Path proc) {
    this.proc = proc;
  }

  List<Listener> all() {
    Map<String, Integer> portByInode = new HashMap<>();
    portByInode.putAll(table("tcp"));
    portByInode.putAll(table("tcp6"));
    if (portByInode.isEmpty()) {
      return List.of();
    }
    Map<String, String> programByInode = programs();
    List<Listener> all = new ArrayList<>();
    portByInode.forEach(
        (inode, port) ->
            all.add(new Listener(port, programByInode.getOrDefault(inode, Listener.UNKNOWN))));
    return all;
  }

  private Map<String, Integer> table(String name) {
    Map<String, Integer> ports = new HashMap<>();
    try {
      for (String line : Files.readAllLines(proc.resolve("net").resolve(name))) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length > INODE && fields[STATE].equals(LISTEN)) {
          String address = fields[LOCAL_ADDRESS];
          String port = address.substring(address.lastIndexOf(':') + 1);
          ports.put(fields[INODE], Integer.parseInt(port, 16));
        }
      }
    } catch (IOException e) {
      // A kernel without IPv6 has no such table.
    }
    return ports;
  }

  private Map<String, String> programs() {
    Map<String, String> programs = new HashMap<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        collectSockets(process, programs);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Names are a courtesy; ports are known all the same.
    }
    return programs;
  }

  private static void collectSockets(Path process, Map<String, String> programs) {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      String name = Files.readString(process.resolve("comm")).strip();
      for (Path descriptor : descriptors) {
        socket(descriptor).ifPresent(inode -> programs.put(inode, name));
      }
    } catch (IOException | DirectoryIteratorException e) {
      // The process has ended meanwhile, or belongs to somebody else.
    }
  }

  /// The inode of the socket that a descriptor stands for; one that was closed meanwhile is none.
  private static Optional<String> socket(Path descriptor) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith(SOCKET)
          ? Optional.of(target.substring(SOCKET.length(), target.length() - 1))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
