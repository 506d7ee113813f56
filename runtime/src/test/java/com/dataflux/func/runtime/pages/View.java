package com.dataflux.func.runtime.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.dataflux.func.testbed.pages.Visitor;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.function.Consumer;

/// A page, or what is seen on it after something was done there, in either language.
///
/// @param path below `/client-app/`
record View(String name, String path, Consumer<Visitor> act) {
  /// In the order in which someone new meets them: signing in comes first.
  static final List<View> ALL =
      List.of(
          page("sign-in", "sign-in"),
          new View("editor", "sign-in", Visitor::signIn),
          page("editor-script", "editor/demo__basic"),
          new View("editor-output", "editor/weather__stations", visitor -> visitor.run("digest")),
          new View("editor-arguments", "editor/weather__stations", View::showArguments),
          new View("editor-error", "editor/weather__stations", View::runWhatFails),
          new View("editor-diff", "editor/weather__alarms", visitor -> more(visitor, 0)),
          new View("editor-versions", "editor/weather__alarms", visitor -> more(visitor, 1)),
          new View("editor-clone", "editor/weather__alarms", visitor -> more(visitor, 2)),
          new View("editor-publish", "editor/weather__alarms", View::publish),
          page("overview", "manage/overview"),
          page("auth-links", "manage/auth-links"),
          new View("auth-link-call", "manage/auth-links", View::call),
          new View("auth-link-add", "manage/auth-links", View::add),
          new View("auth-link-delete", "manage/auth-links", View::delete),
          page("batches", "manage/batches"),
          page("crontab", "manage/crontab-configs"),
          new View("crontab-add", "manage/crontab-configs", View::writeCrontab),
          page("api-auths", "manage/api-auths"),
          page("data-sources", "manage/data-sources"),
          new View("data-source-add", "manage/data-sources", View::add),
          page("env-variables", "manage/env-variables"),
          new View("env-variable-add", "manage/env-variables", View::add),
          page("files", "manage/files"),
          page("pip", "manage/pip"),
          page("transfer", "manage/transfer"),
          page("task-records", "manage/task-records"),
          new View("task-record", "manage/task-records", View::firstRow),
          page("dead-letters", "manage/dead-letters"),
          page("operation-records", "manage/operation-records"),
          page("users", "manage/users"),
          new View("user-add", "manage/users", View::add),
          page("access-keys", "manage/access-keys"),
          page("backups", "manage/backups"),
          page("about", "manage/about"),
          new View("report", "manage/about", View::report));

  void show(Visitor visitor) {
    act.accept(visitor.open(path).settle());
    visitor.settle();
  }

  private static View page(String name, String path) {
    return new View(name, path, _ -> {});
  }

  private static void showArguments(Visitor visitor) {
    visitor.choose(visitor.page().locator(".run .el-select"), "read");
    visitor.test("arguments").click();
    assertThat(visitor.page().locator("#run-arguments")).isVisible();
  }

  private static void runWhatFails(Visitor visitor) {
    visitor.run("broken");
    assertThat(visitor.test("error")).isVisible();
  }

  private static void more(Visitor visitor, int which) {
    visitor.test("more").click();
    visitor.page().locator(".el-dropdown-menu__item:visible").nth(which).click();
    assertThat(visitor.page().locator(".el-dialog")).isVisible();
  }

  private static void publish(Visitor visitor) {
    visitor.test("publish").click();
    Locator question = visitor.page().locator(".el-message-box");
    assertThat(visitor.test("publish-now").or(question)).isVisible();
    if (question.isVisible()) {
      visitor.agree(); // Someone looked at this before, and is not yet known to have gone.
    }
    assertThat(visitor.test("publish-now")).isVisible();
  }

  private static void call(Visitor visitor) {
    visitor.test("how-to-call").last().click();
    visitor.test("try-it").click();
    assertThat(visitor.test("answer")).isVisible();
  }

  private static void add(Visitor visitor) {
    visitor.test("add").click();
    assertThat(visitor.page().locator(".el-dialog")).isVisible();
  }

  private static void delete(Visitor visitor) {
    visitor.page().locator("tbody .el-button--danger").first().click();
    assertThat(visitor.page().locator(".el-message-box")).isVisible();
  }

  private static void writeCrontab(Visitor visitor) {
    add(visitor);
    visitor.page().locator("[name=crontab]").fill("*/5 * * * *");
    assertThat(visitor.test("next-times")).isVisible();
  }

  private static void firstRow(Visitor visitor) {
    visitor.page().locator("tbody .buttons button").first().click();
    assertThat(visitor.page().locator(".el-dialog")).isVisible();
  }

  private static void report(Visitor visitor) {
    visitor.test("report").click();
    assertThat(visitor.test("report-text")).isVisible();
  }
}
