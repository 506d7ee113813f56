package com.dataflux.func.testbed.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.RedisServer;
import com.microsoft.playwright.Locator;

/// The page that a fresh install shows, and someone who fills it in.
public record FirstRun(Visitor visitor) {
  /// Opens the application's address as it was printed.
  public static FirstRun open(Visitor visitor) {
    visitor.open("");
    assertThat(visitor.page().locator("h1")).hasText("首次设置");
    return new FirstRun(visitor);
  }

  /// Gives the code and the administrator's account, and finishes.
  public void finish(String code) {
    fill("code", code);
    fill("username", visitor.site().username());
    fill("password", visitor.site().password());
    fill("again", visitor.site().password());
    visitor.test("finish-setup").click();
  }

  /// Signs in after the end of the setup; the samples are there.
  public void signIn() {
    assertThat(visitor.page().locator("h1")).hasText("登录");
    visitor.signIn();
    assertThat(visitor.leaf("示例")).isVisible();
  }

  /// Gives a database and a Redis of one's own; both tests must say that they can be reached, and
  /// the first says so when the password is wrong.
  public void giveDatabases(String code, MySqlServer mysql, String database, RedisServer redis) {
    fill("code", code);
    fill("mysql-host", mysql.host());
    fill("mysql-port", String.valueOf(mysql.port()));
    fill("mysql-user", mysql.user());
    fill("mysql-password", "wrong");
    fill("mysql-database", database);
    test(0);
    assertThat(visitor.page().locator(".verdict.bad")).containsText("password is wrong");
    fill("mysql-password", mysql.password().reveal());
    fill("redis-host", redis.host());
    fill("redis-port", String.valueOf(redis.port()));
    fill("redis-password", redis.password().reveal());
    fill("redis-database", "7");
    test(0);
    test(1);
    assertThat(visitor.page().locator(".verdict.good")).hasText(new String[] {"连接正常", "连接正常"});
  }

  private void fill(String field, String value) {
    visitor.page().locator("[name=%s]".formatted(field)).fill(value);
  }

  private void test(int which) {
    Locator verdicts = visitor.page().locator(".verdict");
    int before = verdicts.count();
    visitor.button("测试连接").nth(which).click();
    assertThat(verdicts).hasCount(Math.max(before, which + 1));
  }
}
