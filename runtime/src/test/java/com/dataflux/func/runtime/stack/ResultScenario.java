package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/// What functions return and raise, as their callers see it.
interface ResultScenario extends OnStack {

  @Test
  default void returnsEveryTypeOfJson() {
    assertThat(
            run(
                "types",
                "return [None, True, 1, 2**60, 1.5, '中文', [1], {'a': {}}, (1, 2), b'x', b'\\xff']"))
        .isEqualTo(
            OnStack.json(
                "[null, true, 1, 1152921504606846976, 1.5, '中文', [1], {'a': {}}, [1, 2], 'x',"
                    + " '/w==']"));
  }

  @Test
  default void answersInTheFormThatIsAskedFor() {
    String link =
        link(publish("forms", "@DFF.API('f')\ndef f():\n    return {'a': '中'}\n") + ".f", "{}");
    String options = "{'options': {'returnType': '%s'}}";
    assertThat(visitor().post(link, options.formatted("raw")).ok().result())
        .isEqualTo(OnStack.json("{'a': '中'}"));
    assertThat(visitor().post(link, options.formatted("repr")).ok().result().asText())
        .isEqualTo("{'a': '中'}");
    assertThat(
            OnStack.json(
                visitor().post(link, options.formatted("jsonDumps")).ok().result().asText()))
        .isEqualTo(OnStack.json("{'a': '中'}"));
    JsonNode all = visitor().post(link, options.formatted("ALL")).ok().result();
    assertThat(all.path("raw")).isEqualTo(OnStack.json("{'a': '中'}"));
    assertThat(all.path("repr").asText()).isEqualTo("{'a': '中'}");
    visitor().post(link, options.formatted("xml")).refused("EClientBadRequest", "400.43");
    assertThat(visitor().post(link, "{'options': {'unfold': true}}").json())
        .isEqualTo(OnStack.json("{'a': '中'}"));
  }

  @Test
  default void showsTheUsersLinesOfAnException() {
    String code =
        """
        def inner():
            raise ValueError('坏了')

        @DFF.API('f')
        def f():
            inner()
        """;
    Reply reply = call(publish("raises", code) + ".f", "{}").refused("EFuncFailed", "599.3");
    String einfo = reply.json().path("detail").path("einfoTEXT").asText();
    assertThat(einfo)
        .contains("in f\n", "inner()", "in inner", "ValueError: 坏了")
        .doesNotContain("harness");
    assertThat(reply.json().path("detail").path("id").asText()).startsWith("task-");
  }

  @Test
  default void refusesWhatCannotBeWritten() {
    String id = publish("object", "@DFF.API('f')\ndef f():\n    return object()\n");
    call(id + ".f", "{}").refused("EFuncResultParsingFailed", "599.4");
  }

  @Test
  default void survivesTheCrashOfAProcess() {
    String id = publish("crash", "import os\n@DFF.API('f')\ndef f(code):\n    os._exit(code)\n");
    Reply reply = call(id + ".f", "{'code': 3}").refused("EFuncFailed", "599.3");
    assertThat(reply.json().path("detail").path("einfoTEXT").asText()).contains("exit code 3");
    assertThat(call("demo__basic.plus", "{'x': 1, 'y': 1}").ok().result().asInt()).isEqualTo(2);
  }

  @Test
  default void answersWithStatusTypeAndHeaders() {
    String code =
        """
        @DFF.API('f')
        def f(kind):
            if kind == 'html':
                return DFF.RESP('<p>好</p>', content_type='html', status_code=201, headers={'X-Own': '1'})
            if kind == 'json':
                return DFF.RESP({'a': 1})
            if kind == 'large':
                return DFF.RESP_LARGE_DATA('x' * 3000000)
            with open('报告.txt', 'w', encoding='utf-8') as file:
                file.write('内容')
            return DFF.RESP_FILE('报告.txt', auto_delete=True)
        """;
    String link = link(publish("responses", code) + ".f", "{}");
    String given = "{'kwargs': {'kind': '%s'}}";
    Reply html = visitor().post(link, given.formatted("html"));
    assertThat(html.status()).isEqualTo(201);
    assertThat(html.text()).isEqualTo("<p>好</p>");
    assertThat(html.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(html.header("X-Own")).isEqualTo("1");
    assertThat(html.header("Content-Security-Policy")).startsWith("sandbox allow-scripts");
    assertThat(visitor().post(link, given.formatted("json")).json())
        .isEqualTo(OnStack.json("{'a': 1}"));
    assertThat(visitor().post(link, given.formatted("large")).body()).hasSize(3_000_000);
    Reply file = visitor().post(link, given.formatted("file"));
    assertThat(file.text()).isEqualTo("内容");
    assertThat(file.header("Content-Disposition")).contains("UTF-8''%E6%8A%A5%E5%91%8A.txt");
  }

  @Test
  default void answersAgainFromTheCacheWhereTheFunctionAsksForIt() {
    String code =
        """
        import uuid

        @DFF.API('f', cache_result=60)
        def f(x):
            return uuid.uuid4().hex
        """;
    String link = link(publish("cached", code) + ".f", "{}");
    String first = visitor().post(link, "{'kwargs': {'x': 1}}").ok().result().asText();
    assertThat(visitor().post(link, "{'kwargs': {'x': 1}}").ok().result().asText())
        .isEqualTo(first);
    assertThat(visitor().post(link, "{'kwargs': {'x': 2}}").ok().result().asText())
        .isNotEqualTo(first);
  }
}
