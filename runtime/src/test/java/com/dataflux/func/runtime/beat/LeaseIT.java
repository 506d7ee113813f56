package com.dataflux.func.runtime.beat;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.config.RedisSettings;
import com.dataflux.func.runtime.store.Redis;
import com.dataflux.func.testbed.RedisServer;
import org.junit.jupiter.api.Test;

class LeaseIT {

  @Test
  void isTakenKeptAndPassedOnWhileRedisIsFull() {
    try (RedisServer server = RedisServer.start("--maxmemory", "1");
        Redis redis =
            Redis.open(new RedisSettings(server.host(), server.port(), "", server.password(), 5))) {
      Lease first = new Lease(redis);
      Lease second = new Lease(redis);
      assertThat(first.hold()).isTrue();
      assertThat(first.hold()).isTrue();
      assertThat(second.hold()).isFalse();
      first.release();
      assertThat(second.hold()).isTrue();
    }
  }
}
