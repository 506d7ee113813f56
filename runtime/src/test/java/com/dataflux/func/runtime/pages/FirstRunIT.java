package com.dataflux.func.runtime.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.RunningApplication;
import com.dataflux.func.testbed.pages.Browser;
import com.dataflux.func.testbed.pages.FirstRun;
import com.dataflux.func.testbed.pages.Visitor;
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
      Visitor visitor = BROWSER.visitor(Stage.site(application));
      FirstRun firstRun = FirstRun.open(visitor);
      firstRun.finish("not the code");
      assertThat(visitor.page().locator(".fault")).containsText("setup code is wrong");
      firstRun.finish(RunningApplication.SETUP_CODE);
      firstRun.signIn();
    }
  }

  @Test
  void finishesTheSetupWithExternalDatabases() throws Exception {
    STAGE.mysql().query("CREATE DATABASE outside COLLATE utf8mb4_unicode_ci");
    try (RunningApplication application = RunningApplication.withoutDatabases()) {
      Visitor visitor = BROWSER.visitor(Stage.site(application));
      FirstRun firstRun = FirstRun.open(visitor);
      assertThat(visitor.inaccessible()).isEmpty();
      firstRun.giveDatabases(
          RunningApplication.SETUP_CODE, STAGE.mysql(), "outside", STAGE.redis());
      firstRun.finish(RunningApplication.SETUP_CODE);
      firstRun.signIn();
    }
  }
}
