package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.site.Reach;
import com.dataflux.func.healthcheck.site.Web.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Faults of the application and of its dumps.
final class ApplicationFaults {
  private static final String LOCAL = "http://127.0.0.1:8088";
  private static final String DUMPS = FakeHost.DIRECTORY + "/data/sqldump/";
  private static final String LAST = DUMPS + "dataflux-func-sqldump-20260601-113000.sql";

  private ApplicationFaults() {}

  static Stream<MadeFault> all() {
    return Stream.of(web(), inFront(), calls(), dumps()).flatMap(List::stream);
  }

  private static List<MadeFault> web() {
    return List.of(
        MadeFault.of(
            "application.root.refused",
            "the server stopped",
            host -> host.web.fail(LOCAL + "/", Reach.REFUSED)),
        MadeFault.of(
            "application.root.silent",
            "the server hanging",
            host -> host.web.fail(LOCAL + "/", Reach.SILENT)),
        MadeFault.of(
            "application.root.foreign",
            "another program on the port",
            host -> host.web.answer(LOCAL + "/", 200, "", "<h1>nginx")),
        MadeFault.of(
            "application.ping.failing",
            "an interface that fails",
            host -> host.web.answer(LOCAL + "/api/v1/do/ping", 500, "", "{}")),
        MadeFault.of(
            "application.ping.silent",
            "an interface that hangs",
            host -> host.web.fail(LOCAL + "/api/v1/do/ping", Reach.SILENT)),
        MadeFault.of(
            "application.addresses.unreachable",
            "the address behind a firewall",
            host -> host.web.fail("http://192.168.7.5:8088/api/v1/do/ping", Reach.SILENT)),
        MadeFault.of(
            "application.setup.open", "setup never finished", ApplicationFaults::leaveSetup));
  }

  private static List<MadeFault> inFront() {
    Optional<Instant> past = Optional.of(FakeHost.NOW.minusSeconds(60));
    Optional<Instant> soon = Optional.of(FakeHost.NOW.plusSeconds(86_400));
    return List.of(
        MadeFault.of(
            "application.public-address.malformed",
            "a base address without a scheme",
            host -> publicAddress(host, "func.example.com", Optional.empty())),
        MadeFault.of(
            "application.public-address.unreachable",
            "the reverse proxy down",
            host -> publicAddress(host, "http://func.example.com", Optional.empty())),
        MadeFault.of(
            "application.public-address.redirects-post",
            "a redirect to HTTPS in front",
            host ->
                publicAddress(
                    host,
                    "http://func.example.com",
                    Optional.of(
                        new Reply(301, "https://func.example.com/", "", Optional.empty())))),
        MadeFault.of(
            "application.public-address.certificate-expired",
            "an expired certificate",
            host ->
                publicAddress(
                    host, "https://func.example.com", Optional.of(new Reply(200, "", "", past)))),
        MadeFault.of(
            "application.public-address.certificate-ends",
            "a certificate near its end",
            host ->
                publicAddress(
                    host, "https://func.example.com", Optional.of(new Reply(200, "", "", soon)))));
  }

  private static List<MadeFault> calls() {
    return List.of(
        MadeFault.of(
            "application.test-function.silent",
            "a test function without an answer",
            host -> host.web.fail(LOCAL + "/api/v1/al/auln-hello-world", Reach.SILENT)),
        MadeFault.of(
            "application.test-function.silent",
            "a test function that no worker takes",
            host ->
                host.web.answer(
                    LOCAL + "/api/v1/al/auln-hello-world",
                    599,
                    "",
                    "{\"reason\":\"EAPITimeout\"}")),
        MadeFault.of(
            "application.test-function.failing",
            "a test function that fails",
            host ->
                host.web.answer(
                    LOCAL + "/api/v1/al/auln-hello-world",
                    599,
                    "",
                    "{\"reason\":\"EFuncFailed\"}")),
        MadeFault.of(
            "application.queues.blocked",
            "a queue blocked",
            host -> host.databases.queues.put(1, 5000L)),
        MadeFault.of("application.queues.old", "a task that waits", host -> waitLong(host, 2)),
        MadeFault.of(
            "application.queues.growing",
            "a queue that grows",
            host -> host.databases.queues.put(7, 300L)),
        MadeFault.of(
            "application.queues.batch-growing",
            "many batch calls",
            host -> host.databases.queues.put(8, 300L)),
        MadeFault.of(
            "application.queues.batch-old", "a batch call that waits", host -> waitLong(host, 9)),
        MadeFault.of(
            "application.failed-calls.killed",
            "functions past their time",
            host -> host.databases.failures.put("EFuncTimeout", 9L)),
        MadeFault.of(
            "application.failed-calls.api-timeouts",
            "callers that wait too long",
            host -> host.databases.failures.put("EAPITimeout", 9L)),
        MadeFault.of(
            "application.failed-calls.mixed-forms",
            "both call forms mixed up",
            host -> log(host, "EClientBadRequest")),
        MadeFault.of(
            "application.failed-calls.others",
            "functions that fail",
            host -> log(host, "EFuncFailed")));
  }

  private static List<MadeFault> dumps() {
    return List.of(
        MadeFault.of(
            "application.dump-age.missing", "no dump for hours", ApplicationFaults::removeDumps),
        MadeFault.of("application.dump-age.old", "an old dump", ApplicationFaults::ageDumps),
        MadeFault.of(
            "application.dump-age.old",
            "a dump missing of a timetable of each night",
            host -> nightly(host, 30)),
        MadeFault.of(
            "application.dump-age.missing",
            "no dump where they go to a disk of their own",
            ApplicationFaults::dumpElsewhere),
        MadeFault.of(
            "application.dump-age.failed",
            "a dump that failed",
            host ->
                host.write(
                    DUMPS + ".status",
                    "tried=2026-06-01T11\\:00\\:00Z\nfailure=The disk is full\n")),
        MadeFault.of(
            "application.dump-whole.altered",
            "a packed dump cut short",
            host -> packDump(host, "1f8b0800")),
        MadeFault.of(
            "application.dump-whole.truncated",
            "a dump cut short",
            host -> host.write(LAST, "-- MySQL dump\nINSERT IN")),
        MadeFault.of("application.dump-whole.empty", "an empty dump", host -> host.write(LAST, "")),
        MadeFault.of(
            "application.dump-size.shrunk", "a dump much smaller", ApplicationFaults::shrinkDump),
        MadeFault.of(
            "application.dump-count.too-many",
            "dumps that nobody removes",
            ApplicationFaults::pileDumps));
  }

  private static void publicAddress(FakeHost host, String base, Optional<Reply> reply) {
    host.replace(
        FakeHost.DIRECTORY + "/data/user-config.yaml",
        "WEB_BASE_URL: \"\"",
        "WEB_BASE_URL: " + base);
    reply.ifPresentOrElse(
        answer -> host.web.answer(base + "/api/v1/do/ping", answer),
        () -> host.web.fail(base + "/api/v1/do/ping", Reach.REFUSED));
  }

  private static void leaveSetup(FakeHost host) {
    host.write(FakeHost.DIRECTORY + "/data/setup-code", "1234\n", "rw-------");
    host.age(FakeHost.DIRECTORY + "/data/setup-code", FakeHost.NOW.minusSeconds(10 * 86_400));
  }

  private static void waitLong(FakeHost host, int queue) {
    host.databases.queues.put(queue, 5L);
    host.databases.oldest.put(queue, 900L);
  }

  private static void log(FakeHost host, String reason) {
    host.write(
        FakeHost.DIRECTORY + "/data/logs/dataflux-func.log",
        ("[WARNING] call failed: " + reason + "\n").repeat(7));
  }

  private static void removeDumps(FakeHost host) {
    host.files.list(DUMPS).forEach(name -> host.delete(DUMPS + name));
    host.age("/etc/dataflux-func", FakeHost.NOW.minusSeconds(86_400));
  }

  private static void ageDumps(FakeHost host) {
    host.files
        .list(DUMPS)
        .forEach(name -> host.age(DUMPS + name, FakeHost.NOW.minusSeconds(86_400)));
  }

  /// Dumps are made at four in the morning, and the last one was so many hours ago.
  static void nightly(FakeHost host, int hours) {
    host.replace(
        FakeHost.DIRECTORY + "/data/user-config.yaml",
        "CUSTOM_KEY: 1",
        "_CRONTAB_AUTO_BACKUP_DB: '0 4 * * *'\nTIMEZONE: UTC");
    host.files
        .list(DUMPS)
        .forEach(name -> host.age(DUMPS + name, FakeHost.NOW.minusSeconds(3600L * hours)));
  }

  private static void dumpElsewhere(FakeHost host) {
    host.replace(
        FakeHost.DIRECTORY + "/data/user-config.yaml",
        "CUSTOM_KEY: 1",
        "DB_AUTO_BACKUP_PATH: /dumps/func/");
    host.replace(
        FakeHost.DIRECTORY + "/docker-stack.yaml",
        "command: beat\n    volumes:\n",
        "command: beat\n    volumes:\n      - /mnt/dumps:/dumps\n");
    host.directory("/mnt/dumps/func");
    host.age("/etc/dataflux-func", FakeHost.NOW.minusSeconds(86_400));
  }

  /// A packed dump whose record has another digest.
  static void packDump(FakeHost host, String digest) {
    String packed = DUMPS + "dataflux-func-sqldump-20260601-114500.sql.gz";
    host.write(packed, "x".repeat(1010));
    host.age(packed, FakeHost.NOW.minusSeconds(60));
    host.write(packed + ".record", "state: VERIFIED\ncrc32c: %s\nend: \n".formatted(digest));
  }

  private static void shrinkDump(FakeHost host) {
    new HealthyFiles(host).dump("20260601-114000", 10);
  }

  private static void pileDumps(FakeHost host) {
    host.replace(
        FakeHost.DIRECTORY + "/data/user-config.yaml", "CUSTOM_KEY: 1", "DB_AUTO_BACKUP_LIMIT: 3");
    for (int i = 10; i < 20; i++) {
      new HealthyFiles(host).dump("20260531-1100" + i, 1000);
    }
    host.age(LAST, FakeHost.NOW.minusSeconds(60));
  }
}
