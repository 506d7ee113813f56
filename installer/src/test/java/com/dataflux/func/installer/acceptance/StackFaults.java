package com.dataflux.func.installer.acceptance;

import java.util.List;

/// Faults of the stack, of its files and of its configuration.
final class StackFaults {
  /// A service's history goes with it.
  private static final String ANEW = "docker service rm dataflux-func_beat >/dev/null; deploy";

  private StackFaults() {}

  static List<RealFault> ofFiles() {
    return List.of(
        RealFault.of("stack.file.missing", "keep $S; rm $S", "back $S").mendedAndUndone(),
        RealFault.of("stack.file.malformed", "keep $S; echo '  x: [' >> $S", "back $S"),
        RealFault.of("stack.file.empty", "keep $S; echo 'version: \"3.7\"' > $S", "back $S"),
        RealFault.of("stack.configuration.missing", "keep $C; rm $C", "back $C"),
        RealFault.of("stack.configuration.malformed", "keep $C; echo 'a: b: c' >> $C", "back $C"),
        RealFault.configured("stack.configuration.unknown-key", "MYSQL_PASWORD: x"),
        RealFault.configured("stack.configuration.bad-value", "MYSQL_PORT: seventy"),
        RealFault.edited(
            "stack.port.unpublished", "/published: 8088/d; s/^    ports:$/    labels: [none]/"),
        RealFault.edited(
            "stack.version.mixed",
            "/^  beat:/,$ s#dataflux-func/dataflux-func:[^\"]*#dataflux-func/dataflux-func:other#"),
        RealFault.edited(
            "stack.image-resolution.asked", "s#\"dataflux-func/redis#\"registry.example/redis#"),
        RealFault.of(
                "stack.directories.missing",
                "mv $I/redis $I/was",
                "rmdir $I/redis; mv $I/was $I/redis")
            .mendedAndUndone(),
        RealFault.of("stack.modes.readable", "chmod 644 $C", "").mendedAndUndone(),
        RealFault.of("stack.logrotate.missing", "rm /etc/logrotate.d/dataflux-func", "")
            .mendedAndUndone(),
        RealFault.of(
                "stack.logrotate.elsewhere",
                "sed -i 's#/usr/local/dataflux-func#/opt/former#' /etc/logrotate.d/dataflux-func",
                "")
            .mendedAndUndone(),
        RealFault.of(
            "stack.log-size.large",
            "truncate -s 2G $I/data/logs/old.log",
            "rm $I/data/logs/old.log"));
  }

  static List<RealFault> ofServices() {
    return List.of(
        RealFault.of("stack.health.paused", "docker pause $(container worker-7)", "")
            .bringing("stack.health.unhealthy")
            .mendedAndUndone(),
        RealFault.of("stack.beat.twice", "docker service scale -d dataflux-func_beat=2", "")
            .mendedAndUndone(),
        RealFault.of("stack.services.zero", "docker service scale -d dataflux-func_beat=0", "")
            .mended(),
        RealFault.of(
                "stack.applied.image",
                "docker tag $(docker image ls -q dataflux-func/dataflux-func)"
                    + " dataflux-func/dataflux-func:other;"
                    + " service --image dataflux-func/dataflux-func:other dataflux-func_beat",
                "")
            .mended(),
        RealFault.of(
                "stack.applied.port",
                "service --publish-add mode=host,published=9998,target=80 dataflux-func_beat",
                "")
            .mended(),
        RealFault.of(
                "stack.services.few",
                "was=$(container beat); service --restart-condition none dataflux-func_beat;"
                    + " until now=$(container beat); [ \"$now\" ] && [ \"$now\" != \"$was\" ];"
                    + " do sleep 0.2; done; docker kill $now",
                ANEW)
            .mended(),
        RealFault.of("stack.services.absent", "docker service rm dataflux-func_beat", "").mended(),
        RealFault.of(
            "stack.restarts.loop",
            "service --restart-delay 0s --entrypoint 'sh -c \"echo no; exit 3\"'"
                + " dataflux-func_beat",
            ANEW),
        RealFault.of(
            "stack.restarts.cannot-start",
            "service --restart-delay 0s --entrypoint /nowhere dataflux-func_beat",
            ANEW),
        RealFault.of(
            "stack.restarts.out-of-memory",
            "service --restart-delay 0s --limit-memory 12M dataflux-func_beat",
            ANEW));
  }

  /// Those whose repair takes everything down and up again.
  static List<RealFault> ofTheWhole() {
    return List.of(
        RealFault.of(
                "network.mysql.tls",
                "keep $S; sql \"SET GLOBAL tls_version='TLSv1.3'; SET GLOBAL tls_ciphersuites='';"
                    + " ALTER INSTANCE RELOAD TLS\"",
                "back $S")
            .mended());
  }
}
