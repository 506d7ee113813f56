package com.dataflux.func.testbed;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A network cable with a switch that hosts are plugged into, and nothing else: a bridge in a
/// network namespace of its own, out of reach of the build machine.
public final class Cable implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  static final String NETWORK = "192.168.77.";

  private final String namespace;
  private final AtomicInteger plugs = new AtomicInteger();
  private final Queue<String> desks = new ConcurrentLinkedQueue<>();

  private Cable(String namespace) {
    this.namespace = namespace;
  }

  /// Lays a cable with nothing on it.
  public static Cable lay() {
    BuildMachine.needs("iproute2");
    String namespace = name("cable");
    Leftovers.undo("ip netns delete " + namespace);
    Programs.run("ip", "netns", "add", namespace);
    Programs.run("ip", "-n", namespace, "link", "add", "switch", "type", "bridge");
    Programs.run("ip", "-n", namespace, "link", "set", "switch", "up");
    return new Cable(namespace);
  }

  static String name(String kind) {
    return "dff-%s-%d-%d".formatted(kind, ProcessHandle.current().pid(), COUNT.incrementAndGet());
  }

  /// Gives the next host its place.
  int plug() {
    return plugs.incrementAndGet();
  }

  /// A desk beside the hosts, for programs of the build machine that are to reach them or that they
  /// are to reach.
  public Place desk() {
    int plug = plug();
    String desk = name("desk");
    Leftovers.undo("ip netns delete " + desk);
    Programs.run("ip", "netns", "add", desk);
    desks.add(desk);
    connect(desk, plug);
    return Place.in(desk, address(plug));
  }

  static String address(int plug) {
    return NETWORK + (10 + plug);
  }

  /// Gives a namespace a card that hangs on this cable.
  void connect(String host, int plug) {
    String port = "port" + plug;
    Programs.run(
        "ip", "-n", namespace, "link", "add", port, "type", "veth", "peer", "name", "eth0", "netns",
        host);
    Programs.run("ip", "-n", namespace, "link", "set", port, "master", "switch", "up");
    Programs.run("ip", "-n", host, "link", "set", "lo", "up");
    Programs.run("ip", "-n", host, "address", "add", address(plug) + "/24", "dev", "eth0");
    Programs.run("ip", "-n", host, "link", "set", "eth0", "up");
  }

  /// Takes a card away at once; the kernel takes its time over a namespace.
  void disconnect(int plug) {
    Programs.outcome(List.of("ip", "-n", namespace, "link", "delete", "port" + plug));
  }

  /// Cuts the wire to one host, or mends it.
  void set(int plug, String upOrDown) {
    Programs.run("ip", "-n", namespace, "link", "set", "port" + plug, upOrDown);
  }

  @Override
  public void close() {
    desks.forEach(Cable::delete);
    delete(namespace);
  }

  private static void delete(String namespace) {
    Programs.outcome(List.of("ip", "netns", "delete", namespace));
  }
}
