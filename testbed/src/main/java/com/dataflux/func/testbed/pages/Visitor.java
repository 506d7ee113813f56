package com.dataflux.func.testbed.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Someone at a browser, and what people do there.
public record Visitor(Page page, Site site) {
  private static final Path AXE =
      Path.of(System.getProperty("project.root"), "runtime/web/node_modules/axe-core/axe.min.js");
  private static final String SERIOUS =
      """
      async () => (await axe.run({ resultTypes: ['violations'] })).violations
        .filter((one) => ['serious', 'critical'].includes(one.impact))
        .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html} ${node.failureSummary}`))
      """;

  /// Counts what a page asked for and has not got, for [#settle()].
  static final String COUNT =
      """
      window.awaited = 0
      const ask = window.fetch
      window.fetch = (...request) => {
        window.awaited++
        return ask(...request).finally(() => setTimeout(() => window.awaited--, 20))
      }
      """;

  /// Waits until the page is drawn with all that it asked for.
  public Visitor settle() {
    page.waitForFunction("() => document.querySelector('h1') && window.awaited === 0");
    return this;
  }

  /// @param path below `/client-app/`
  public Visitor open(String path) {
    page.navigate("/client-app/" + path);
    return this;
  }

  /// Signs in on the page that asks for it.
  public Visitor signIn(String username, String password) {
    open("sign-in");
    page.locator("[name=username]").fill(username);
    page.locator("[name=password]").fill(password);
    page.locator("[data-test=sign-in]").click();
    assertThat(page.locator(".tree")).isVisible();
    return this;
  }

  public Visitor signIn() {
    return signIn(site.username(), site.password());
  }

  /// The button that bears exactly this text.
  public Locator button(String text) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  public Locator link(String text) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  public Locator text(String text) {
    return page.getByText(text, new Page.GetByTextOptions().setExact(true));
  }

  public Locator test(String name) {
    return page.locator("[data-test=" + name + "]");
  }

  /// A set or a script in the library.
  public Locator leaf(String title) {
    return page.locator(".tree .name").filter(new Locator.FilterOptions().setHas(text(title)));
  }

  /// Chooses from a list that opens on a click.
  public void choose(Locator list, String option) {
    list.click();
    page.locator(".el-select-dropdown__item:visible")
        .filter(new Locator.FilterOptions().setHasText(option))
        .first()
        .click();
  }

  /// Begins to edit the open script, and replaces its code.
  public void write(String code) {
    if (test("edit").isVisible()) {
      test("edit").click();
    }
    assertThat(test("save")).isVisible();
    page.locator(".code .cm-content").click();
    page.keyboard().press("Control+a");
    page.keyboard().insertText(code);
  }

  /// Runs a function of the open script.
  ///
  /// @return what it returned, or the place where that will appear
  public Locator run(String function) {
    choose(page.locator(".run .el-select"), function);
    test("run").click();
    return test("value");
  }

  /// Publishes the open script.
  public void publish(String note) {
    test("publish").click();
    page.locator("[name=publish-note]").fill(note);
    test("publish-now").click();
    assertThat(page.locator("[name=publish-note]")).isHidden();
  }

  /// Adds a script set to the library.
  public void addSet(String id, String title) {
    test("add-set").click();
    page.locator("[name=set-id]").fill(id);
    page.locator("[name=set-title]").fill(title);
    page.locator(".el-dialog").getByText("保存").click();
    assertThat(leaf(title)).isVisible();
  }

  /// Adds a script to a set.
  public void addScript(String set, String name, String title) {
    page.getByLabel("新建脚本 " + set).click();
    page.locator("[name=script-id]").fill(name);
    page.locator("[name=script-title]").fill(title);
    page.locator(".el-dialog").getByText("保存").click();
    assertThat(page.locator(".script-editor h1")).hasText(title);
  }

  /// A page of the management side.
  public Visitor manage(String title) {
    link("管理").click();
    link(title).click();
    assertThat(page.locator("h1")).hasText(title);
    return this;
  }

  /// Agrees to what is asked before something is destroyed.
  public void agree() {
    page.locator(".el-message-box .el-button--danger").click();
  }

  /// What axe finds serious or critical on the page as it stands.
  @SuppressWarnings("unchecked")
  public List<String> inaccessible() throws IOException {
    page.evaluate(Files.readString(AXE));
    return (List<String>) page.evaluate(SERIOUS);
  }
}
