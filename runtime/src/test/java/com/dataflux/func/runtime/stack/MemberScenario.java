package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// The members of `DFF`, used by real functions.
interface MemberScenario extends OnStack {

  @Test
  default void logsAndPrints() {
    String id =
        draft(
            "log",
            "@DFF.API('f')\n"
                + "def f():\n"
                + "    DFF.LOG('一')\n"
                + "    DFF.LOG.warning('二', 2)\n"
                + "    print('三')\n");
    JsonNode log = admin().post("/api/v1/func-draft/" + id + ".f", "{}").ok().data().path("log");
    assertThat(log).hasSize(3);
    assertThat(log.path(0).asText()).matches("\\[.*] \\[INFO] 一");
    assertThat(log.path(1).asText()).matches("\\[.*] \\[WARNING] 二 2");
    assertThat(log.path(2).asText()).isEqualTo("三");
  }

  @Test
  default void sharesContextWithinOneCallAlone() {
    String code =
        """
        @DFF.API('f')
        def f():
            before = DFF.CTX.get('a')
            DFF.CTX.set('a', 1)
            DFF.CTX['b'] = 2
            return [before, DFF.CTX.get('a'), DFF.CTX['b'], DFF.CTX.get('c', 'default')]
        """;
    String id = publish("context", code);
    for (int i = 0; i < 8; i++) {
      assertThat(call(id + ".f", "{}").ok().result())
          .isEqualTo(OnStack.json("[null, 1, 2, 'default']"));
    }
  }

  @Test
  default void storesValuesInTheDatabase() {
    JsonNode result =
        run(
            "store",
            """
            DFF.STORE.set('键', {'a': [1, '值']})
            DFF.STORE.set('gone', 1, scope='elsewhere')
            fresh = DFF.STORE.set('键', 2, not_exists=True)
            DFF.STORE.set('brief', 1, expire=3600)
            deleted = DFF.STORE.delete('gone', scope='elsewhere')
            return [DFF.STORE.get('键'), fresh, deleted, DFF.STORE.get('gone', scope='elsewhere'),
                    DFF.STORE.get('none', default=7), DFF.STORE.keys('*'), DFF.STORE.get('brief')]
            """);
    assertThat(result)
        .isEqualTo(OnStack.json("[{'a': [1, '值']}, false, true, null, 7, ['brief', '键'], 1]"));
  }

  @Test
  default void cachesValuesInRedis() {
    JsonNode result =
        run(
            "cache",
            """
            DFF.CACHE.delete('n')
            DFF.CACHE.set('键', {'a': 1}, expire=60)
            counts = [DFF.CACHE.incr('n'), DFF.CACHE.incr('n', step=5)]
            return [DFF.CACHE.get('键'), counts, sorted(DFF.CACHE.keys('*')), DFF.CACHE.delete('键'),
                    DFF.CACHE.get('键', default='none')]
            """);
    assertThat(result).isEqualTo(OnStack.json("[{'a': 1}, [1, 6], ['n', '键'], true, 'none']"));
  }

  @Test
  default void readsCustomConfigurationAlone() {
    JsonNode result =
        run(
            "config",
            "return [DFF.CONFIG('CUSTOM_GREETING'), DFF.CONFIG('CUSTOM_LIST'),"
                + " DFF.CONFIG('SECRET'), DFF.CONFIG('CUSTOM_NONE', 'd')]");
    assertThat(result).isEqualTo(OnStack.json("['你好', [1, 2], null, 'd']"));
  }

  @Test
  default void startsOtherFunctionsAndBoundsTheirChains() {
    String code =
        """
        @DFF.API('leaf')
        def leaf(x):
            return [x, _ORIGIN, _ROOT_TASK_ID != _TASK_ID]

        @DFF.API('start')
        def start():
            return [DFF.FUNC('.leaf', {'x': 1}), DFF.FUNC('__chain.leaf', {'x': 2})]

        @DFF.API('endless')
        def endless():
            return DFF.FUNC('.endless')
        """;
    String id = publish("chain", code);
    for (JsonNode task : call(id + ".start", "{}").ok().result()) {
      String path = "/api/v1/func-result?taskId=" + task.asText();
      Awaitility.await().until(() -> visitor().get(path).status() == 200);
      assertThat(visitor().get(path).ok().result().path(1).asText()).isEqualTo("function");
      assertThat(visitor().get(path).ok().result().path(2).asBoolean()).isTrue();
    }
    call(id + ".endless", "{}").ok();
    String failed = "/api/v1/task-records/do/list?status=FAILED&funcId=" + id + ".endless";
    Awaitility.await("the chain is cut")
        .until(() -> admin().get(failed).ok().data().path("totalCount").asInt() == 1);
  }

  @Test
  default void writesSqlSafely() {
    assertThat(
            run(
                    "sql",
                    "return DFF.SQL(\"SELECT * FROM ?? WHERE a = ? AND b IN (?)\", ['t', \"it's\","
                        + " [1, None]])")
                .asText())
        .isEqualTo("SELECT * FROM `t` WHERE a = 'it\\'s' AND b IN (1, NULL)");
  }

  @Test
  default void findsResources() throws IOException {
    Files.writeString(stack().data().resolve("resources/note.txt"), "资源");
    assertThat(
            run("resources", "return open(DFF.RSRC('note.txt'), encoding='utf-8').read()").asText())
        .isEqualTo("资源");
    String id =
        publish(
            "escape", "@DFF.API('f')\ndef f():\n    return DFF.RSRC('..', 'user-config.yaml')\n");
    call(id + ".f", "{}").refused("EFuncFailed", "599.3");
  }

  @Test
  default void runsThreads() {
    String code =
        """
        DFF.THREAD.set_pool_size(3)
        for n in range(5):
            DFF.THREAD.submit(lambda n: n * n, n)
        return DFF.THREAD.results()
        """;
    assertThat(run("threads", code)).isEqualTo(OnStack.json("[0, 1, 4, 9, 16]"));
  }

  @Test
  default void importsOtherScripts() {
    publish("library", "def twice(x):\n    return 2 * x\n");
    String code =
        """
        import tests__library
        import __library as relative
        from __library import twice

        @DFF.API('f')
        def f():
            return [tests__library.twice(1), relative.twice(2), twice(3)]
        """;
    assertThat(call(publish("importing", code) + ".f", "{}").ok().result())
        .isEqualTo(OnStack.json("[2, 4, 6]"));
  }

  @Test
  default void knowsItsOwnCall() {
    String code =
        """
        @DFF.API('f')
        def f():
            return [_DFF_DEBUG, _SCRIPT_SET_ID, _SCRIPT_ID, _FUNC_ID, _FUNC_NAME, _ORIGIN, _ORIGIN_ID,
                    _CRONTAB, _QUEUE, _HTTP_REQUEST['method'], _TASK_ID == _ROOT_TASK_ID,
                    _START_TIME >= _TRIGGER_TIME]
        """;
    String link = link(publish("own", code) + ".f", "{'id': 'auln-own-call'}");
    assertThat(visitor().get(link).ok().result())
        .isEqualTo(
            OnStack.json(
                "[false, 'tests', 'tests__own', 'tests__own.f', 'f', 'authLink', 'auln-own-call',"
                    + " null, 1, 'GET', true, true]"));
  }
}
