package com.dataflux.func.runtime.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.dataflux.func.testbed.pages.PagesSuite;
import com.dataflux.func.testbed.pages.Site;
import com.dataflux.func.testbed.pages.Visitor;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What people do with the pages, and what the pages do for them.
class PagesIT extends PagesSuite {
  @RegisterExtension static final Stage STAGE = new Stage();

  @Override
  protected Site open() {
    return STAGE.site();
  }

  @Test
  void marksTheLineThatFails() {
    Visitor visitor = visitor();
    visitor.addSet("faulty", "有错");
    visitor.addScript("faulty", "one", "出错");
    visitor.write("def fail():\n    return 1 / 0\n");
    visitor.run("fail");
    assertThat(visitor.test("error")).containsText("ZeroDivisionError");
    visitor.page().locator(".place").click();
    assertThat(visitor.page().locator(".cm-lint-marker")).hasCount(1);
    visitor.write("import nothing_of_this_name\n");
    visitor.test("publish").click();
    visitor.test("publish-now").click();
    assertThat(visitor.page().locator(".el-dialog .fault")).containsText("nothing_of_this_name");
  }

  @Test
  void keepsUnsavedCodeOverAReload() {
    Visitor visitor = visitor();
    visitor.addSet("kept", "保留");
    visitor.addScript("kept", "one", "未保存");
    visitor.write("NOT_SAVED = 1\n");
    assertThat(visitor.test("unsaved")).isVisible();
    visitor.page().reload();
    assertThat(visitor.page().locator(".code .cm-content")).containsText("NOT_SAVED");
    assertThat(visitor.test("unsaved")).isVisible();
  }

  @Test
  void triesADataSource() {
    Visitor visitor = visitor().manage("数据源");
    visitor.test("add").click();
    visitor.choose(visitor.page().locator(".el-dialog .el-select").first(), "redis");
    visitor.page().locator("[name=host]").fill("127.0.0.1");
    visitor.page().locator("[name=port]").fill("1");
    visitor.button("测试连接").click();
    assertThat(visitor.page().locator(".verdict.bad")).containsText("连接失败");
    visitor.page().locator("[name=port]").fill(String.valueOf(STAGE.redis().port()));
    visitor.page().locator(".el-dialog [name=password]").fill(STAGE.redis().password().reveal());
    visitor.button("测试连接").click();
    assertThat(visitor.page().locator(".verdict.good")).hasText("连接正常");
  }

  @Test
  void worksByTheKeyboardAlone() {
    Visitor visitor = visitor();
    visitor.addSet("keys", "键盘");
    visitor.addScript("keys", "one", "快捷键");
    visitor.write("@DFF.API('Typed')\ndef typed():\n    return 'by hand'\n");
    Keyboard keyboard = visitor.page().keyboard();
    keyboard.press("Control+s");
    assertThat(visitor.test("unsaved")).isHidden();
    keyboard.press("Control+Enter");
    assertThat(visitor.test("value")).hasText("by hand");
    keyboard.press("Control+Shift+Enter");
    visitor.page().locator("[name=publish-note]").fill("键盘发布");
    keyboard.press("Enter");
    assertThat(visitor.page().locator(".status")).containsText("已发布 v1");
    keyboard.press("Control+k");
    keyboard.insertText("基础");
    assertThat(visitor.leaf("基础演示")).isVisible();
    assertThat(visitor.leaf("快捷键")).isHidden();
  }

  @Test
  void completesTheMembersOfDff() {
    Visitor visitor = visitor();
    visitor.addSet("words", "补全");
    visitor.addScript("words", "one", "补全成员");
    visitor.write("");
    visitor.page().keyboard().type("DFF.E");
    visitor.page().locator(".cm-tooltip-autocomplete li").filter(withText("ENV")).click();
    assertThat(visitor.page().locator(".code .cm-content")).containsText("DFF.ENV");
  }

  @Test
  void bringsAnOldVersionBack() {
    Visitor visitor = visitor();
    visitor.addSet("old", "旧版");
    visitor.addScript("old", "one", "版本");
    visitor.write("FIRST = 1\n");
    visitor.publish("第一版");
    visitor.write("SECOND = 2\n");
    visitor.publish("第二版");
    visitor.test("more").click();
    visitor.text("版本").last().click();
    Locator first = visitor.page().locator(".versions li").filter(withText("第一版"));
    first.getByText("对比").click();
    assertThat(visitor.page().locator(".el-dialog .cm-content").first()).containsText("FIRST");
    assertThat(visitor.page().locator(".el-dialog .cm-content").last()).containsText("SECOND");
    first.getByText("恢复为草稿").click();
    visitor.agree();
    assertThat(visitor.page().locator(".code .cm-content")).containsText("FIRST");
    assertThat(visitor.page().locator(".status")).containsText("已发布 v2");
  }

  @Test
  void putsADeadLetterBackIntoItsQueue() {
    Furniture.leaveADeadLetter(STAGE.redis(), Stage.REDIS_DATABASE, "task-to-requeue");
    Visitor visitor = visitor().manage("死信");
    Locator letter = visitor.page().locator("tr[data-id=task-to-requeue]");
    letter.getByText("重新入队").click();
    visitor.agree();
    assertThat(letter).isHidden();
    visitor.manage("任务记录");
    assertThat(awaitRow(visitor, letter)).containsText("成功");
  }
}
