package com.dataflux.func.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.secret.Secret;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AirGappedHostIT {

  @Test
  void hostsOnOneCableReachEachOtherAndNothingElse() {
    try (Cable cable = Cable.lay();
        AirGappedHost first = AirGappedHost.boot(HostPlan.of(HostSystem.DEBIAN_12), cable);
        AirGappedHost second =
            AirGappedHost.boot(HostPlan.of(HostSystem.DEBIAN_11).withoutSystemd(), cable)) {
      assertThat(first.run("cat /proc/1/comm")).isEqualTo("systemd\n");
      assertThat(second.run("cat /proc/1/comm")).isNotEqualTo("systemd\n");
      assertThat(second.run("hostname")).isEqualTo("airgapped\n");
      assertThat(first.listeners()).isEmpty();

      try (RedisServer redis = RedisServer.startAt(second.place(), Secret.generate())) {
        assertThat(second.listeners()).anyMatch(ListeningSocket::forOtherHosts);
        assertThat(reaches(first, redis.host(), redis.port())).isTrue();
        second.cutCable();
        assertThat(reaches(first, redis.host(), redis.port())).isFalse();
        second.mendCable();
        assertThat(reaches(first, redis.host(), redis.port())).isTrue();
      }
      assertThat(first.outcome("ip route get 1.1.1.1").succeeded()).isFalse();
    }
  }

  @Test
  void aHostKeepsItsDisksThroughARebootAndAPowerCut() {
    try (Cable cable = Cable.lay();
        AirGappedHost host =
            AirGappedHost.boot(HostPlan.of(HostSystem.DEBIAN_12).withDockerDisk("64M"), cable)) {
      host.run("echo kept > /opt/数据");
      host.reboot();
      assertThat(host.run("cat /opt/数据")).isEqualTo("kept\n");
      host.cutPower();
      host.powerOn();
      assertThat(host.run("cat /opt/数据")).isEqualTo("kept\n");
      assertThat(
              host.run(
                  "touch /sys/fs/cgroup/memory/x 2>&1 || echo $?; mkdir /sys/fs/cgroup/memory/x &&"
                      + " rmdir /sys/fs/cgroup/memory/x && echo writable"))
          .contains("writable");
      assertThat(host.outcome("head -c 100M /dev/zero > /var/lib/docker/full").err())
          .contains("No space left");
    }
  }

  private static boolean reaches(AirGappedHost from, String address, int port) {
    return from.outcome("timeout 3 bash -c 'echo > /dev/tcp/%s/%d'".formatted(address, port))
        .succeeded();
  }
}
