package com.dataflux.func.runtime.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.dataflux.func.testbed.pages.PagesSuite;
import com.dataflux.func.testbed.pages.Site;
import com.dataflux.func.testbed.pages.Visitor;
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
}
