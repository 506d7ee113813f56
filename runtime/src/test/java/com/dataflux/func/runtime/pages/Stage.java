package com.dataflux.func.runtime.pages;

import com.dataflux.func.runtime.RunningApplication;
import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.RedisServer;
import com.dataflux.func.testbed.pages.Site;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The application with its databases, set up once and shared by every class of a test run.
final class Stage implements BeforeAllCallback {
  /// Which of Redis' databases the application uses.
  static final int REDIS_DATABASE = 5;

  private static final String USERNAME = "admin";
  private static final String PASSWORD = "correct horse battery";

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(Stage.class);

  private Running running;

  private static final class Running implements AutoCloseable {
    private final MySqlServer mysql = RunningApplication.mysql();
    private final RedisServer redis = RedisServer.start();
    private final RunningApplication application;

    Running() {
      try {
        application = RunningApplication.with(mysql, MySqlServer.DATABASE, redis, REDIS_DATABASE);
        application.setUp(USERNAME, PASSWORD);
      } catch (Exception e) {
        throw new IllegalStateException("the application did not start", e);
      }
    }

    @Override
    public void close() {
      application.close();
      redis.close();
      mysql.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(OURS)
            .computeIfAbsent(Running.class, _ -> new Running(), Running.class);
  }

  /// The application that is set up, for requests of its own.
  RunningApplication application() {
    return running.application;
  }

  /// Where it is reached by its administrator.
  Site site() {
    return site(application());
  }

  /// One that is to be set up, with the same administrator.
  static Site site(RunningApplication application) {
    return Site.onLoopback(application.address(), USERNAME, PASSWORD);
  }

  MySqlServer mysql() {
    return running.mysql;
  }

  RedisServer redis() {
    return running.redis;
  }
}
