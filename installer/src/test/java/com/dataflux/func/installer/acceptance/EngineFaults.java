package com.dataflux.func.installer.acceptance;

import java.util.List;

/// Faults of the Docker engine and of its Swarm.
final class EngineFaults {
  private static final String LAN =
      "ip link add lan0 type veth peer name lan1; ip link set lan1 up; ip link set lan0 up;"
          + " ip address add %s dev lan0";
  private static final String NO_LAN = "ip link delete lan0";

  /// The repair of the fault before is taken back.
  private static final String WITHOUT_DNS = "dataflux-func doctor --undo last >/dev/null";

  private EngineFaults() {}

  /// Those that leave the stack running.
  static List<RealFault> ofSettings() {
    return List.of(
        RealFault.of("engine.kind.snap", "mkdir -p /var/snap/docker", "rmdir /var/snap/docker"),
        RealFault.of(
            "engine.settings.malformed",
            "mkdir -p /etc/docker; echo '{\"dns\": [' > /etc/docker/daemon.json",
            "rm /etc/docker/daemon.json"),
        RealFault.of("engine.start.disabled", "systemctl disable -q docker.service", "")
            .mendedAndUndone(),
        RealFault.of(
                "engine.node.drained",
                "docker node update --availability pause $(docker node ls -q)",
                "")
            .mendedAndUndone(),
        RealFault.of(
            "engine.images.missing",
            "ref=$(docker image ls --format '{{.Repository}}:{{.Tag}}' dataflux-func/redis);"
                + " docker tag $ref kept; docker rmi $ref; echo $ref > /tmp/ref",
            "docker tag kept $(cat /tmp/ref); docker rmi kept"),
        RealFault.of(
            "engine.images.altered",
            "ref=$(docker image ls --format '{{.Repository}}:{{.Tag}}' dataflux-func/redis); docker"
                + " tag $ref kept; docker tag $(docker image ls -q dataflux-func/mysql) $ref; echo"
                + " $ref > /tmp/ref",
            "docker tag kept $(cat /tmp/ref); docker rmi kept"),
        RealFault.of("engine.ingress.unused-clash", LAN.formatted("10.0.0.77/24"), NO_LAN)
            .mended());
  }

  /// Those whose repair restarts the engine; of the stack one worker and Redis run.
  static List<RealFault> withOneWorker() {
    return List.of(
        RealFault.of(
                "engine.live-restore.on",
                "mkdir -p /etc/docker; echo '{\"live-restore\": true, \"debug\": false}' >"
                    + " /etc/docker/daemon.json",
                "grep -q debug /etc/docker/daemon.json; rm /etc/docker/daemon.json")
            .mended(),
        RealFault.of(
                "engine.address-pools.overlap",
                LAN.formatted("172.17.9.9/16"),
                NO_LAN + "; rm /etc/docker/daemon.json")
            .mended(),
        RealFault.of(
                "network.name-servers.silent-in-worker",
                "echo '{\"debug\": false, \"dns\": [\"192.168.77.250\"]}' >"
                    + " /etc/docker/daemon.json;"
                    + " echo nameserver $OTHER > /etc/resolv.conf; systemctl restart docker",
                "grep -q debug /etc/docker/daemon.json")
            .mended(),
        RealFault.of("network.names.not-in-worker", WITHOUT_DNS, "")
            .andConfigured("MYSQL_HOST: db.example")
            .mended(),
        RealFault.of(
                "network.targets.only-from-host",
                WITHOUT_DNS,
                "rm /etc/docker/daemon.json; : > /etc/resolv.conf")
            .with("--target db.example:3306")
            .mended());
  }

  /// Those of the Swarm, and of an engine that is stopped; nothing else runs.
  static List<RealFault> withoutStack() {
    return List.of(
        RealFault.of("engine.swarm.inactive", "docker swarm leave --force", "").mendedAndUndone(),
        RealFault.of(
            "host.cards.several",
            "docker swarm leave --force; " + LAN.formatted("10.77.0.9/24"),
            NO_LAN),
        RealFault.of("host.iptables.flushed", "iptables -w -F FORWARD", "").mended(),
        RealFault.of(
                "engine.swarm-address.changed",
                "docker swarm init --advertise-addr eth0 >/dev/null;"
                    + " ip address flush dev eth0; ip address add 192.168.77.99/24 dev eth0",
                "ip address flush dev eth0; ip address add 192.168.77.11/24 dev eth0;"
                    + " docker swarm leave --force; docker swarm init --advertise-addr 127.0.0.1"
                    + " --listen-addr 127.0.0.1:2377 >/dev/null")
            .mended(),
        RealFault.of(
            "engine.proxy.unreachable",
            "mkdir -p /etc/systemd/system/docker.service.d;"
                + " printf '[Service]\\nEnvironment=HTTP_PROXY=http://127.0.0.1:9\\n'"
                + " > /etc/systemd/system/docker.service.d/proxy.conf;"
                + " systemctl daemon-reload; systemctl restart docker",
            "rm /etc/systemd/system/docker.service.d/proxy.conf; systemctl daemon-reload"),
        RealFault.of(
            "engine.present.absent",
            "systemctl stop docker; rm -f /run/docker.sock;"
                + " mv /etc/systemd/system/docker.service /tmp/",
            "mv /tmp/docker.service /etc/systemd/system/; systemctl daemon-reload"),
        RealFault.of("engine.present.stopped", "systemctl stop docker", "").mendedAndUndone());
  }

  /// With nothing of the stack left, which comes back with the repair.
  static List<RealFault> thatBringTheStackBack() {
    return List.of(
        RealFault.of(
                "engine.ingress.clash",
                LAN.formatted("10.0.0.77/24")
                    + "; docker service create -q --detach --name dataflux-func_mesh --replicas 0"
                    + " --label com.docker.stack.namespace=dataflux-func --publish 9997:80"
                    + " --no-resolve-image $(docker image ls -q dataflux-func/redis)",
                NO_LAN)
            .mended());
  }
}
