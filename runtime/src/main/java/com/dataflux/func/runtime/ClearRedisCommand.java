package com.dataflux.func.runtime;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.store.Redis;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import redis.clients.jedis.exceptions.JedisException;

/// `clear_redis`: empties the Redis database: queues, caches and sessions.
@Command(
    name = "clear_redis",
    description = "Empty the Redis database: waiting tasks, caches and sessions are gone.")
final class ClearRedisCommand implements Callable<Integer> {
  @Mixin private final DataOption data = new DataOption();

  @Override
  public Integer call() {
    Settings settings = data.settings();
    Question.confirm();
    try (Redis redis = Redis.open(settings.redis())) {
      redis.clear();
    } catch (JedisException e) {
      throw ProblemKind.DATABASE_FAILED
          .problem(
              "Redis could not be cleared",
              String.valueOf(e.getMessage()),
              "Look at the REDIS_ keys of user-config.yaml and whether Redis runs.")
          .asException(e);
    }
    System.out.println("Done.");
    return 0;
  }
}
