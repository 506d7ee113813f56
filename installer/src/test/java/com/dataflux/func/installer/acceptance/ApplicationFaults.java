package com.dataflux.func.installer.acceptance;

import java.util.List;

/// Faults of the application, of its queues and its dumps.
final class ApplicationFaults {
  private static final String PAUSE = "docker pause $(container server) >/dev/null";
  private static final String UNPAUSE = "docker unpause $(container server) >/dev/null";
  private static final String NEWEST = "newest=$(ls -t $D/*.sql | head -1); ";

  private ApplicationFaults() {}

  static List<RealFault> ofAnswers() {
    return List.of(
        RealFault.edited("application.root.refused", "s/published: 8088/published: 22223/"),
        RealFault.of("application.root.silent", PAUSE, UNPAUSE),
        RealFault.of("application.ping.silent", PAUSE, UNPAUSE),
        instead("application.root.foreign", "'200 OK'"),
        instead("application.ping.failing", "'500 Broken'"),
        RealFault.of(
            "application.addresses.unreachable",
            "iptables -w -t raw -I OUTPUT -d 192.168.77.11 -p tcp --dport 8088 -j DROP",
            "iptables -w -t raw -F OUTPUT"),
        RealFault.configured("application.public-address.malformed", "WEB_BASE_URL: func.example"),
        RealFault.configured(
            "application.public-address.unreachable", "WEB_BASE_URL: http://$OTHER:9"),
        RealFault.of(
                "application.public-address.redirects-post",
                "listen 22224 '301 Moved' 'Location: https://func.example/'",
                "systemctl stop listener")
            .andConfigured("WEB_BASE_URL: http://127.0.0.1:22224"),
        RealFault.of(
            "application.setup.open",
            "echo code > $I/data/setup-code; chmod 600 $I/data/setup-code;"
                + " touch -d '4 days ago' $I/data/setup-code",
            "rm $I/data/setup-code"));
  }

  static List<RealFault> ofCalls() {
    return List.of(
        RealFault.of(
                "application.test-function.silent",
                "docker pause $(container worker-1-6) >/dev/null",
                "docker unpause $(container worker-1-6) >/dev/null 2>&1 || true")
            .mended(),
        failing("application.failed-calls.others", "EFuncFailed"),
        failing("application.failed-calls.mixed-forms", "EClientBadRequest"),
        failing("application.failed-calls.killed", "EFuncTimeout"),
        failing("application.failed-calls.api-timeouts", "EAPITimeout"),
        queued("application.queues.blocked", 2500, "x").mendedAndUndone(),
        queued("application.queues.growing", 300, "x").mended(),
        queued("application.queues.old", 1, "{\\\"triggerTime\\\": 1700000000000}").mended());
  }

  static List<RealFault> ofDumps() {
    return List.of(
        RealFault.of(
            "application.dump-age.missing",
            "touch -d '4 hours ago' /etc/dataflux-func; mv $D /tmp/dumps; mkdir $D",
            "touch /etc/dataflux-func; rmdir $D; mv /tmp/dumps $D"),
        RealFault.of(
            "application.dump-age.old", "touch -d '5 hours ago' $D/*.sql", "touch $D/*.sql"),
        dumped("application.dump-whole.truncated", "truncate -s -200 $newest"),
        dumped("application.dump-whole.empty", "truncate -s 0 $newest"),
        dumped(
            "application.dump-size.shrunk",
            "for i in 1 2 3 4; do f=$D/dataflux-func-sqldump-2026010$i-000000.sql; cp $newest $f;"
                + " touch -d '2 hours ago' $f; done; tail -c 2000 /tmp/kept/${newest##*/} >"
                + " $newest"),
        dumped(
            "application.dump-count.too-many",
            "for i in $(seq 100 280); do : > $D/dataflux-func-sqldump-20260101-000$i.sql;"
                + " touch -d '2 hours ago' $D/dataflux-func-sqldump-20260101-000$i.sql; done"),
        RealFault.of(
            "application.dump-space.none",
            NEWEST
                + "cp -p $newest /tmp/dump.sql; mount -t tmpfs -o size=60k small $D; cp -p"
                + " /tmp/dump.sql $D/${newest##*/}",
            "umount $D"));
  }

  /// Another program answers where the stack file says that the pages are.
  private static RealFault instead(String expected, String answer) {
    return RealFault.of(
        expected,
        "keep $S; sed -i 's/published: 8088/published: 22222/' $S; listen 22222 " + answer,
        "systemctl stop listener; back $S");
  }

  private static RealFault failing(String expected, String reason) {
    return RealFault.of(
        expected,
        "inside worker-0 python3 - %s \"$ADMINISTRATOR\" < /opt/calls.py".formatted(reason),
        "sql 'DELETE FROM dataflux_func.task_records'; : > $I/data/logs/dataflux-func.log");
  }

  /// Tasks that nobody takes: their worker hangs.
  private static RealFault queued(String expected, int tasks, String task) {
    return RealFault.of(
        expected,
        """
        docker pause $(container worker-1-6) >/dev/null
        inside redis redis-cli -n 5 EVAL "for i = 1, %d do redis.call('RPUSH', KEYS[1], ARGV[1]) end" 1 \\
          'DataFluxFunc-worker#workerQueue@3' "%s" >/dev/null
        """
            .formatted(tasks, task),
        """
        inside redis redis-cli -n 5 EVAL "for _, k in ipairs(redis.call('KEYS', KEYS[1])) do redis.call('DEL', k) end" 1 \\
          'DataFluxFunc-worker#workerQueue@3*' >/dev/null
        docker unpause $(container worker-1-6) >/dev/null
        """);
  }

  private static RealFault dumped(String expected, String make) {
    return RealFault.of(
        expected,
        NEWEST + "keep $newest; echo $newest > /tmp/newest; " + make,
        "rm -f $D/dataflux-func-sqldump-202601*; back $(cat /tmp/newest)");
  }
}
