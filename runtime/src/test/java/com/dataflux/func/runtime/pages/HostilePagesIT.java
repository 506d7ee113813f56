package com.dataflux.func.runtime.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.testbed.pages.Browser;
import com.dataflux.func.testbed.pages.Visitor;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The pages with what is too much, too long, too deep, too slow, or wants to be run.
class HostilePagesIT {
  private static final String MARKUP = "<img src=x onerror=alert(1)>";

  private static final String SLIP_IN =
      """
      async () => {
        const script = document.createElement('script')
        script.textContent = "window.ran = 'script'"
        document.body.append(script)
        const image = document.createElement('img')
        image.setAttribute('onerror', "window.ran = 'attribute'")
        await new Promise((failed) => {
          image.addEventListener('error', failed)
          image.src = 'nothing'
          document.body.append(image)
        })
      }
      """;

  @RegisterExtension static final Stage STAGE = new Stage();
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static Visitor visitor() {
    return BROWSER.visitor(STAGE.site()).signIn();
  }

  @Test
  void showsMarkupInNamesAndOutputAsText() {
    Visitor visitor = visitor();
    List<String> alerts = new ArrayList<>();
    visitor.page().onDialog(dialog -> alerts.add(dialog.message()));
    visitor.addSet("hostile", MARKUP);
    visitor.addScript("hostile", "one", MARKUP);
    visitor.write(
        "@DFF.API('%1$s')\ndef shout():\n    print('%1$s')\n    return '%1$s'\n".formatted(MARKUP));
    assertThat(visitor.run("shout")).containsText(MARKUP);
    assertThat(visitor.test("log")).containsText(MARKUP);
    visitor.publish(MARKUP);
    visitor.test("more").click();
    visitor.text("版本").click();
    assertThat(visitor.page().locator(".el-dialog")).containsText(MARKUP);
    visitor.open("manage/transfer");
    assertThat(visitor.page().locator(".sets")).containsText(MARKUP);
    assertThat(visitor.page().locator("img[src=x]").count()).isZero();
    assertThat(alerts).isEmpty();
  }

  @Test
  void runsNoScriptThatWasSlippedIn() {
    Visitor visitor = visitor();
    visitor.page().evaluate(SLIP_IN);
    assertThat(visitor.page().evaluate("window.ran")).isNull();
  }

  @Test
  void staysUsableWithTenMegabytesOfOutput() {
    Visitor visitor = visitor();
    visitor.addSet("large", "大量");
    visitor.addScript("large", "one", "大量输出");
    visitor.write(
        """
        def much():
            print('p' * 10_000_000)
            return 'r' * 10_000_000


        def little():
            return 'little'
        """);
    assertThat(visitor.run("much")).containsText("rrr");
    assertThat(visitor.test("value")).containsText("下载全部");
    assertThat(visitor.run("little")).hasText("little");
  }

  @Test
  void showsDeepJson() {
    Visitor visitor = visitor();
    visitor.addSet("deep", "深");
    visitor.addScript("deep", "one", "嵌套");
    visitor.write(
        """
        def nest(depth=200):
            value = 'bottom'
            for _ in range(depth):
                value = {'in': [value]}
            return value


        def abyss():
            return nest(100_000)


        def plain():
            return 1
        """);
    assertThat(visitor.run("nest")).containsText("bottom");
    visitor.run("abyss");
    assertThat(visitor.test("error")).isVisible();
    assertThat(visitor.run("plain")).hasText("1");
  }

  @Test
  void listsFiveThousandScripts() {
    STAGE
        .mysql()
        .query(
            """
            SET SESSION cte_max_recursion_depth = 6000;
            USE dataflux_func;
            INSERT INTO script_sets (id, title, create_time, update_time)
            VALUES ('many', '许多', NOW(), NOW());
            INSERT INTO scripts
              (id, script_set_id, title, code_draft, code_draft_md5, create_time, update_time)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
            SELECT CONCAT('many__s', LPAD(i, 4, '0')), 'many', CONCAT('脚本 ', i),
              '', 'd41d8cd98f00b204e9800998ecf8427e', NOW(), NOW() FROM n
            """);
    Visitor visitor = visitor();
    Locator set = visitor.leaf("许多");
    assertThat(set.locator(".count")).hasText("5000");
    set.click();
    assertThat(visitor.leaf("脚本 1")).isVisible();
    assertThat(visitor.page().locator(".tree .node").count()).isLessThan(100);
    visitor.page().getByLabel("搜索脚本").fill("s4711");
    visitor.leaf("脚本 4711").click();
    assertThat(visitor.page().locator(".script-editor h1")).hasText("脚本 4711");
    STAGE.mysql().query("DELETE FROM dataflux_func.scripts WHERE script_set_id = 'many'");
  }

  @Test
  void worksOverASlowNetwork() {
    Visitor visitor = BROWSER.visitor(STAGE.site());
    CDPSession session = visitor.page().context().newCDPSession(visitor.page());
    JsonObject slow = new JsonObject();
    slow.addProperty("offline", false);
    slow.addProperty("latency", 400);
    slow.addProperty("downloadThroughput", 100_000);
    slow.addProperty("uploadThroughput", 50_000);
    session.send("Network.emulateNetworkConditions", slow);
    visitor.page().setDefaultTimeout(60_000);
    visitor.open("sign-in");
    visitor.page().locator("[name=username]").fill(STAGE.site().username());
    visitor.page().locator("[name=password]").fill(STAGE.site().password());
    visitor.test("sign-in").click();
    visitor.leaf("示例").click();
    visitor.leaf("基础演示").click();
    visitor.test("edit").click();
    assertThat(visitor.run("hello_world")).containsText("Hello, world!");
  }

  @Test
  void saysThatTheConnectionIsLostAndHeals() {
    Visitor visitor = visitor();
    visitor.addSet("offline", "离线");
    visitor.addScript("offline", "one", "断线");
    visitor.write("WRITTEN = 'before'\n");
    visitor.page().context().setOffline(true);
    visitor.test("save").click();
    assertThat(visitor.page().locator(".bar.lost")).isVisible();
    visitor.page().context().setOffline(false);
    assertThat(visitor.page().locator(".bar.healed")).isVisible();
    visitor.test("save").click();
    assertThat(visitor.test("unsaved")).isHidden();
  }
}
