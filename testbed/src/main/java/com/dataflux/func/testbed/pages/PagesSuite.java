package com.dataflux.func.testbed.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What everyone must be able to do with the pages, by their Chinese labels. Runs against whatever
/// a subclass opens.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class PagesSuite {
  private static final String TICK =
      """
      @DFF.API('Tick')
      def tick():
          print('tock')
      """;

  /// More often than workers take at a time.
  private static final String CALL_THE_BATCH =
      """
      () => Promise.all(Array.from({ length: 150 }, () => fetch('/api/v1/bat/bat-sleep/simplified')))
      """;

  @RegisterExtension protected static final Browser BROWSER = new Browser();

  private Site site = Site.onLoopback(URI.create("http://127.0.0.1"), "", "");

  /// Makes the application ready for its administrator to sign in.
  protected abstract Site open() throws Exception;

  /// The timetable is set at the beginning, so that most of the minute until it fires has passed
  /// when it is looked for.
  @BeforeAll
  final void openAndSetATimetable() throws Exception {
    site = open();
    Visitor visitor = visitor();
    visitor.addSet("clock", "时钟");
    visitor.addScript("clock", "tick", "嘀嗒");
    visitor.write(TICK);
    visitor.publish("每分钟");
    visitor.manage("自动触发配置").test("add").click();
    visitor.choose(visitor.page().locator(".el-dialog .el-select").first(), "clock__tick.tick");
    visitor.page().locator("[name=crontab]").fill("* * * * *");
    assertThat(visitor.page().locator("[data-test=next-times] li")).hasCount(5);
    visitor.test("save-thing").click();
    assertThat(visitor.page().locator("tbody tr").filter(withText("clock__tick.tick"))).isVisible();
  }

  /// The administrator, signed in.
  protected final Visitor visitor() {
    return BROWSER.visitor(site).signIn();
  }

  /// Manual 002 §2.2.
  @Test
  void runsTheSampleAsTheManualSays() {
    runTheSample(visitor());
  }

  protected static void runTheSample(Visitor visitor) {
    visitor.manage("总览");
    visitor.page().getByText("脚本编辑器").click();
    assertThat(visitor.text("脚本库")).isVisible();
    visitor.leaf("示例").click();
    visitor.leaf("基础演示").click();
    visitor.button("编辑").click();
    visitor.choose(visitor.page().locator(".run .el-select"), "hello_world");
    visitor.button("执行").click();
    assertThat(visitor.text("脚本输出")).isVisible();
    assertThat(visitor.test("value")).containsText("Hello, world!");
  }

  @Test
  void writesRunsPublishesAndCalls() throws Exception {
    Visitor visitor = visitor();
    visitor.addSet("mine", "我的");
    visitor.addScript("mine", "sums", "求和");
    visitor.write(
        "@DFF.API('乘')\ndef times(x, y):\n    print('计算', x, y)\n    return int(x) * int(y)\n");
    visitor.choose(visitor.page().locator(".run .el-select"), "times");
    visitor.test("arguments").click();
    visitor.page().locator("#run-arguments").fill("{\"x\": 6, \"y\": 7}");
    visitor.test("run").click();
    assertThat(visitor.test("value")).hasText("42");
    assertThat(visitor.test("log")).containsText("计算 6 7");
    visitor.publish("第一版");
    assertThat(visitor.page().locator(".status")).containsText("已发布 v1");

    visitor.manage("授权链接").test("add").click();
    visitor.page().locator("[name=id]").fill("auln-times");
    visitor.choose(visitor.page().locator(".el-dialog .el-select").first(), "mine__sums.times");
    visitor.page().locator("[name=funcCallKwargs]").fill("{\"x\": \"INPUT_BY_CALLER\", \"y\": 7}");
    visitor.test("save-thing").click();
    Locator row = visitor.page().locator("tr[data-id=auln-times]");
    row.locator("[data-test=how-to-call]").click();
    assertThat(visitor.test("curl")).containsText("curl -X POST");
    visitor.page().locator("#call-arguments").fill("{\"x\": 6}");
    visitor.test("try-it").click();
    assertThat(visitor.test("answer")).containsText("\"result\": 42");
    assertThat(site.shell(visitor.test("curl").innerText())).contains("42");
  }

  @Test
  void keepsTwoEditorsFromOverwritingEachOther() {
    Visitor first = visitor();
    first.addSet("shared", "共享");
    first.addScript("shared", "one", "同一个");
    first.write("A = 1\n");
    first.test("save").click();
    assertThat(first.test("unsaved")).isHidden();
    first.write("A = 3\n");
    Visitor second = visitor();
    second.open("editor/shared__one").test("edit").click();
    assertThat(second.page().locator(".el-message-box")).containsText("admin 正在编辑此脚本");
    second.agree();
    assertThat(second.test("save")).isVisible();
    second.write("A = 2\n");
    second.test("save").click();
    assertThat(second.page().locator(".el-message--success").filter(withText("已保存"))).isVisible();
    // The first may have been told already that the script was taken over.
    if (first.test("edit").isVisible()) {
      first.test("edit").click();
      first.agree();
    }
    first.test("save").click();
    assertThat(first.page().locator(".el-dialog")).containsText("草稿已被他人修改");
    assertThat(first.page().locator(".el-dialog .cm-content").first()).containsText("A = 2");
    first.test("overwrite").click();
    assertThat(first.test("unsaved")).isHidden();
    second.page().reload();
    assertThat(second.page().locator(".code .cm-content")).containsText("A = 3");
  }

  @Test
  void takesAnExportBackIn() throws Exception {
    Visitor visitor = visitor();
    visitor.addSet("moved", "搬家");
    visitor.addScript("moved", "one", "脚本一");
    visitor.write("MOVED = '搬'\n");
    visitor.test("save").click();
    visitor.manage("导入与导出");
    visitor.page().locator(".sets .el-checkbox").filter(withText("搬家")).click();
    Download download = visitor.page().waitForDownload(() -> visitor.test("export").click());
    Path file = Files.createTempFile("export-", ".json");
    download.saveAs(file);
    visitor.page().getByText("脚本编辑器").click();
    visitor.page().getByLabel("编辑脚本集 moved").click();
    visitor.page().locator(".el-dialog .el-button--danger").click();
    visitor.agree();
    assertThat(visitor.leaf("搬家")).isHidden();
    visitor.manage("导入与导出").page().locator("input[type=file]").setInputFiles(file);
    assertThat(visitor.page().locator(".found")).containsText("将新增");
    visitor.test("import").click();
    assertThat(visitor.page().locator(".el-message--success").last()).containsText("已导入 1 个");
    visitor.open("editor/moved__one");
    assertThat(visitor.page().locator(".code .cm-content")).containsText("MOVED = '搬'");
  }

  @Test
  void clearsAQueue() throws Exception {
    Visitor visitor = visitor();
    visitor.addSet("slow", "慢");
    visitor.addScript("slow", "one", "慢任务");
    visitor.write("import time\n\n@DFF.API('Sleep')\ndef sleep():\n    time.sleep(3)\n");
    visitor.publish("");
    visitor.manage("批处理").test("add").click();
    visitor.page().locator("[name=id]").fill("bat-sleep");
    visitor.choose(visitor.page().locator(".el-dialog .el-select").first(), "slow__one.sleep");
    visitor.test("save-thing").click();
    assertThat(visitor.page().locator("tr[data-id=bat-sleep]")).isVisible();
    visitor.page().evaluate(CALL_THE_BATCH);
    visitor.manage("关于");
    visitor.button("获取系统报告").click();
    assertThat(visitor.test("report-text")).containsText("MySQL: ");
    visitor.choose(visitor.page().locator(".queue"), "队列 9");
    visitor.button("清空工作队列").click();
    visitor.agree();
    assertThat(visitor.page().locator(".el-message--success").filter(withText("已清空"))).isVisible();
    assertThat(visitor.test("report-text")).containsText("Queues: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]");
    visitor.manage("任务记录");
    assertThat(awaitRow(visitor, rowWith(visitor, "已清空"))).containsText("slow__one.sleep");
  }

  @Test
  void speaksTheOtherLanguageWhenAsked() {
    Visitor visitor = visitor();
    visitor.test("language").click();
    assertThat(visitor.text("Script editor")).isVisible();
    visitor.page().reload();
    assertThat(visitor.text("Management")).isVisible();
    Visitor english = BROWSER.visitor(site, "en-GB", 1280, 800).open("sign-in");
    assertThat(english.page().locator("h1")).hasText("Sign in");
  }

  @Test
  void dumpsTheDatabase() {
    Visitor visitor = visitor().manage("数据库备份");
    visitor.button("立即备份").click();
    Locator dump = visitor.page().locator("tbody tr").first();
    assertThat(dump).containsText("已校验");
    dump.getByText("校验", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(visitor.page().locator(".el-message--success").last()).containsText("备份完整");
    Download download = visitor.page().waitForDownload(() -> dump.getByText("下载").click());
    assertThat(download.suggestedFilename()).matches("dataflux-func-sqldump-.*\\.sql");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void firesATimetable() {
    Visitor visitor = visitor().manage("任务记录");
    Locator fired = awaitRow(visitor, rowWith(visitor, "clock__tick.tick"));
    assertThat(fired).containsText("定时");
    fired.getByText("查看").click();
    assertThat(visitor.page().locator(".el-dialog")).containsText("tock");
  }

  /// A row of a list, looked for anew until the server has written it down.
  protected static Locator awaitRow(Visitor visitor, Locator row) {
    for (long end = System.nanoTime() + Duration.ofSeconds(80).toNanos();
        row.count() == 0 && System.nanoTime() < end; ) {
      visitor.button("刷新").click();
      visitor.page().waitForTimeout(500);
    }
    return row;
  }

  private static Locator rowWith(Visitor visitor, String text) {
    return visitor.page().locator("tbody tr").filter(withText(text)).first();
  }

  protected static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
