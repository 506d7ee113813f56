package com.dataflux.func.runtime.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.RunningApplication;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The pages of a fresh install.
class FirstRunIT {
  @RegisterExtension static final Stage STAGE = new Stage();
  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void finishesTheSetupWithTheBuiltInDatabases() throws Exception {
    STAGE.mysql().query("CREATE DATABASE within COLLATE utf8mb4_unicode_ci");
    try (RunningApplication application =
        RunningApplication.with(STAGE.mysql(), "within", STAGE.redis(), 6)) {
      Visitor visitor = BROWSER.visitor(application.address()).open("");
      assertThat(visitor.page().locator("h1")).hasText("首次设置");
      account(visitor, "not the code");
      assertThat(visitor.page().locator(".fault")).containsText("setup code is wrong");
      account(visitor, RunningApplication.SETUP_CODE);
      assertThat(visitor.page().locator("h1")).hasText("登录");
      visitor.signIn();
      assertThat(visitor.leaf("示例")).isVisible();
    }
  }

  @Test
  void finishesTheSetupWithExternalDatabases() throws Exception {
    STAGE.mysql().query("CREATE DATABASE outside COLLATE utf8mb4_unicode_ci");
    try (RunningApplication application = RunningApplication.withoutDatabases()) {
      Visitor visitor = BROWSER.visitor(application.address()).open("");
      visitor.page().locator("[name=code]").fill(RunningApplication.SETUP_CODE);
      assertThat(visitor.inaccessible()).isEmpty();
      mysql(visitor, "wrong");
      test(visitor, 0);
      assertThat(visitor.page().locator(".verdict.bad")).containsText("password is wrong");
      mysql(visitor, STAGE.mysql().password().reveal());
      redis(visitor);
      test(visitor, 0);
      test(visitor, 1);
      assertThat(visitor.page().locator(".verdict.good")).hasText(new String[] {"连接正常", "连接正常"});
      account(visitor, RunningApplication.SETUP_CODE);
      assertThat(visitor.page().locator("h1")).hasText("登录");
      visitor.signIn();
      assertThat(visitor.leaf("示例")).isVisible();
    }
  }

  private static void account(Visitor visitor, String code) {
    for (List<String> field :
        List.of(
            List.of("code", code),
            List.of("username", Stage.USERNAME),
            List.of("password", Stage.PASSWORD),
            List.of("again", Stage.PASSWORD))) {
      visitor.page().locator("[name=%s]".formatted(field.getFirst())).fill(field.getLast());
    }
    visitor.test("finish-setup").click();
  }

  private static void mysql(Visitor visitor, String password) {
    visitor.page().locator("[name=mysql-host]").fill(STAGE.mysql().host());
    visitor.page().locator("[name=mysql-port]").fill(String.valueOf(STAGE.mysql().port()));
    visitor.page().locator("[name=mysql-user]").fill(STAGE.mysql().user());
    visitor.page().locator("[name=mysql-password]").fill(password);
    visitor.page().locator("[name=mysql-database]").fill("outside");
  }

  private static void redis(Visitor visitor) {
    visitor.page().locator("[name=redis-host]").fill(STAGE.redis().host());
    visitor.page().locator("[name=redis-port]").fill(String.valueOf(STAGE.redis().port()));
    visitor.page().locator("[name=redis-password]").fill(STAGE.redis().password().reveal());
    visitor.page().locator("[name=redis-database]").fill("7");
  }

  private static void test(Visitor visitor, int which) {
    Locator verdicts = visitor.page().locator(".verdict");
    int before = verdicts.count();
    visitor.button("测试连接").nth(which).click();
    assertThat(verdicts).hasCount(Math.max(before, which + 1));
  }
}
