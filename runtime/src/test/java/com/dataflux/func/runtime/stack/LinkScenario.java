package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Calls through authorization links, in both forms.
interface LinkScenario extends OnStack {
  String ECHO = "@DFF.API('echo')\ndef echo(**given):\n    return given\n";

  private static String encode(String text) {
    return URLEncoder.encode(text.replace('\'', '"'), StandardCharsets.UTF_8);
  }

  @Test
  default void takesTheStandardFormByPostAndGet() {
    String link = link(publish("echo", ECHO) + ".echo", "{}");
    JsonNode expected = OnStack.json("{'x': 1, 'y': ['二']}");
    assertThat(visitor().post(link, "{'kwargs': {'x': 1, 'y': ['二']}}").ok().result())
        .isEqualTo(expected);
    assertThat(visitor().get(link + "?kwargs=" + encode("{'x': 1, 'y': ['二']}")).ok().result())
        .isEqualTo(expected);
    // As curl -d sends it.
    assertThat(visitor().form(link, "{\"kwargs\": {\"x\": 1, \"y\": [\"二\"]}}").ok().result())
        .isEqualTo(expected);
  }

  @Test
  default void takesTheSimplifiedFormByPostAndGet() {
    String link = link(publish("echo2", ECHO) + ".echo", "{}") + "/simplified";
    JsonNode expected = OnStack.json("{'x': '1', 'y': '二'}");
    assertThat(visitor().get(link + "?x=1&y=" + encode("二")).ok().result()).isEqualTo(expected);
    assertThat(visitor().form(link, "x=1&y=" + encode("二")).ok().result()).isEqualTo(expected);
  }

  @Test
  default void saysWhichFormWasMetWhereTheyAreMixed() {
    String link = "/api/v1/al/auln-plus";
    for (Reply simplified :
        new Reply[] {visitor().get(link + "?x=1"), visitor().form(link, "x=1&y=2")}) {
      simplified.refused("EClientBadRequest", "400.43");
      assertThat(simplified.json().path("message").asText()).contains("simplified form has it");
    }
    for (Reply standard :
        new Reply[] {
          visitor().post(link + "/simplified", "{'kwargs': {'x': 1}}"),
          visitor().get(link + "/simplified?kwargs=" + encode("{'x': 1}"))
        }) {
      standard.refused("EClientBadRequest", "400.43");
      assertThat(standard.json().path("message").asText()).contains("standard form has it");
    }
    visitor().post(link, "{'x': 1}").refused("EClientBadRequest", "400.43");
    visitor().upload(link, "a.txt", new byte[3]).refused("EClientBadRequest", "400.43");
  }

  @Test
  default void keepsFixedArgumentsAndAsksForTheOthers() {
    String function = publish("fixed", "@DFF.API('f')\ndef f(x, y):\n    return [x, y]\n") + ".f";
    String link = link(function, "{'funcCallKwargs': {'x': 7, 'y': 'INPUT_BY_CALLER'}}");
    assertThat(visitor().post(link, "{'kwargs': {'x': 1, 'y': 2}}").ok().result())
        .isEqualTo(OnStack.json("[7, 2]"));
    visitor().post(link, "{}").refused("EClientBadRequest", "400.43");
  }

  @Test
  default void turnsCallersAwayFromLinksThatAreOffOrPast() {
    String function = "demo__basic.hello_world";
    visitor().get(link(function, "{'isDisabled': true}")).refused("EClientNotFound", "404.41");
    visitor()
        .get(link(function, "{'expireTime': '2020-01-01T00:00:00Z'}"))
        .refused("EClientNotFound", "404.41");
    visitor().get(link(function, "{'expireTime': '2099-01-01T00:00:00Z'}")).ok();
  }

  @Test
  default void slowsDownThoseWhoComeTooOften() {
    for (String period : new String[] {"Minute", "Hour", "Day", "Month", "Year"}) {
      String link =
          link("demo__basic.hello_world", "{'throttling': {'by%s': 2}}".formatted(period));
      visitor().get(link).ok();
      visitor().get(link).ok();
      Reply third = visitor().get(link).refused("EClientRateLimit", "429.46");
      assertThat(Long.parseLong(third.header("Retry-After"))).isPositive();
    }
  }

  @Test
  default void managesLinks() {
    admin()
        .change("/api/v1/auth-links/do/add", "{'id': 'auln-own', 'funcId': 'demo__basic.plus'}")
        .ok();
    admin()
        .change("/api/v1/auth-links/do/add", "{'funcId': 'demo__basic.nothing'}")
        .refused("EClientBadRequest", "400.43");
    admin()
        .change("/api/v1/auth-links/do/add", "{'funcId': 'demo__basic.plus', 'expireTime': '明天'}")
        .refused("EClientBadRequest", "400.43");
    admin().change("/api/v1/auth-links/auln-own/do/modify", "{'note': '注'}").ok();
    assertThat(admin().get("/api/v1/auth-links/auln-own/do/get").ok().data().path("note").asText())
        .isEqualTo("注");
    assertThat(admin().get("/api/v1/auth-links/do/list?funcId=demo__basic.plus").ok().text())
        .contains("auln-own");
    assertThat(admin().get("/api/v1/auth-link-func-list").ok().text()).contains("auln-own");
    admin().post("/api/v1/auth-links/auln-own/do/delete", "{}").ok();
    admin().get("/api/v1/auth-links/auln-own/do/get").refused("EClientNotFound", "404.41");
  }

  @Test
  default void handsUploadsToTheFunction() {
    String code =
        """
        @DFF.API('read')
        def read(files, note):
            with open(files[0]['filePath'], encoding='utf-8', newline='') as file:
                return [file.read(), files[0]['originalname'], files[0]['mimetype'], files[0]['size'],
                        sorted(files[0]), note]
        """;
    String link = link(publish("uploads", code) + ".read", "{}") + "/simplified";
    byte[] content = "内容\r\n--".getBytes(StandardCharsets.UTF_8);
    assertThat(visitor().upload(link, "文件.txt", content).ok().result())
        .isEqualTo(
            OnStack.json(
                "['内容\\r\\n--', '文件.txt', 'text/plain', %d, ['encoding', 'filePath', 'mimetype', 'originalname', 'size'], '备注']"
                    .formatted(content.length)));
    visitor()
        .upload(link, "large.bin", new byte[(4 << 20) + 1])
        .refused("EClientTooLarge", "413.44");
  }
}
