package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.site.Card;
import com.dataflux.func.healthcheck.site.EngineImage;
import com.dataflux.func.healthcheck.site.EngineNetwork;
import com.dataflux.func.healthcheck.site.EngineNode;
import java.util.List;
import java.util.stream.Stream;

/// Faults of the engine and its Swarm.
final class EngineFaults {
  private static final String[] WITHOUT_ENGINE = {"application.", "network.", "host."};

  private EngineFaults() {}

  static Stream<MadeFault> all() {
    return Stream.of(engine(), swarm(), networks(), images()).flatMap(List::stream);
  }

  private static List<MadeFault> engine() {
    return List.of(
        MadeFault.of("engine.present.absent", "no engine", EngineFaults::uninstall)
            .bringing(WITHOUT_ENGINE),
        MadeFault.of(
                "engine.present.stopped",
                "the engine stopped",
                host -> host.engine.failure = "connection refused")
            .bringing(WITHOUT_ENGINE),
        MadeFault.of(
            "engine.kind.snap", "snap's engine", host -> host.directory("/var/snap/docker")),
        MadeFault.of(
            "engine.kind.rootless",
            "a rootless engine",
            host -> host.engine.says("security", List.of("name=rootless"))),
        MadeFault.of(
            "engine.version.too-old",
            "an old engine",
            host -> host.engine.says("version", "17.03.2-ce")),
        MadeFault.of(
            "engine.version.too-new",
            "an engine of years to come",
            host -> host.engine.says("minimumApi", "1.60")),
        MadeFault.of(
            "engine.settings.malformed",
            "a broken daemon.json",
            host -> host.write("/etc/docker/daemon.json", "{\"dns\": [}\n")),
        MadeFault.of(
            "engine.live-restore.on",
            "live-restore on",
            host ->
                host.write("/etc/docker/daemon.json", "{\"live-restore\": true, \"mtu\": 1400}\n")),
        MadeFault.of(
            "engine.storage.poor",
            "the vfs driver",
            host -> host.engine.says("storageDriver", "vfs")),
        MadeFault.of(
            "engine.start.disabled",
            "no start at boot",
            host -> host.delete("/etc/systemd/system/multi-user.target.wants/docker.service")),
        MadeFault.of(
            "engine.proxy.unreachable",
            "a dead proxy",
            host -> host.engine.says("httpProxy", "http://user:pass@proxy.lan:3128")),
        MadeFault.of(
            "engine.log.errors",
            "errors in the engine's log",
            host ->
                host.commands.answer(
                    "journalctl",
                    "level=error msg=\"could not find an available, non-overlapping IPv4 address"
                        + " pool\"\n")));
  }

  private static List<MadeFault> swarm() {
    return List.of(
        MadeFault.of(
            "engine.swarm.inactive",
            "Swarm left",
            host -> host.engine.says("swarmState", "inactive")),
        MadeFault.of(
            "engine.swarm.locked",
            "Swarm locked",
            host -> host.engine.says("swarmState", "locked")),
        MadeFault.of(
            "engine.swarm.not-manager",
            "a worker of another Swarm",
            host -> host.engine.says("manager", false)),
        MadeFault.of(
            "engine.swarm-address.changed",
            "another address since",
            host -> host.engine.says("swarmAddress", "192.168.7.99")),
        MadeFault.of(
            "engine.node.drained",
            "the node drained",
            host ->
                host.engine.nodes.set(0, new EngineNode("node1", "appliance", "drain", "ready"))),
        MadeFault.of(
            "engine.node.down",
            "the node down",
            host ->
                host.engine.nodes.set(0, new EngineNode("node1", "appliance", "active", "down"))));
  }

  private static List<MadeFault> networks() {
    return List.of(
        MadeFault.of(
            "engine.address-pools.overlap",
            "the engine's bridge over the LAN",
            host ->
                host.engine.networks.set(
                    0, new EngineNetwork("bridge", "bridge", false, List.of("192.168.0.0/16")))),
        MadeFault.of(
            "engine.address-pools.lasting",
            "an overlay network over the LAN",
            host ->
                host.engine.networks.add(
                    new EngineNetwork("x", "overlay", false, List.of("192.168.0.0/16")))),
        MadeFault.of(
                "engine.ingress.unused-clash",
                "ingress over the LAN",
                host -> lan(host, "10.0.0.5/16"))
            .bringing("engine.address-pools"),
        MadeFault.of(
                "engine.ingress.clash", "ingress in use over the LAN", EngineFaults::meshOverLan)
            .bringing("host.ipvs", "stack.applied", "engine.address-pools"));
  }

  private static List<MadeFault> images() {
    return List.of(
        MadeFault.of(
            "engine.images.missing",
            "an image removed",
            host ->
                host.engine.images.removeIf(
                    image -> image.references().getFirst().contains("redis"))),
        MadeFault.of("engine.images.altered", "an image replaced", EngineFaults::replaceImage));
  }

  private static void uninstall(FakeHost host) {
    host.delete("/usr/bin/dockerd");
    host.delete("/var/run/docker.pid");
    host.engine.failure = "the engine does not run";
  }

  private static void meshOverLan(FakeHost host) {
    lan(host, "10.0.0.5/24");
    host.engine.publishThroughMesh("server");
  }

  /// The host's own network becomes another, and the Swarm knows it.
  private static void lan(FakeHost host, String address) {
    host.cards.set(1, new Card("eth0", true, 1500, List.of(address)));
    String plain = address.split("/", 2)[0];
    host.engine.says("swarmAddress", plain);
    host.web.answer("http://" + plain + ":8088/api/v1/do/ping", 200, "", "{\"data\":\"pong\"}");
  }

  private static void replaceImage(FakeHost host) {
    host.engine.images.replaceAll(
        image ->
            image.references().contains(FakeHost.APPLICATION)
                ? new EngineImage("sha256:0123", image.references())
                : image);
  }
}
