package com.dataflux.func.installer.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Forty secrets planted on an installed host: in the configuration, the stack file, the engine's
/// settings and the environment of a running service, and all of them in the log in four encodings.
final class RealSecrets {
  /// Letters that each encoding writes in another way.
  private static final String HARD = "/é\"<&> +";

  private final List<String> secrets = new ArrayList<>();

  RealSecrets() {
    for (int i = 0; i < 40; i++) {
      boolean plain = i % 2 == 0 || i > 36;
      secrets.add("planted-%02d-%06x%s".formatted(i, i * 7919 + 4096, plain ? "" : HARD + i));
    }
  }

  /// Shell commands that plant them; standard output stays empty.
  String commands() {
    StringBuilder commands = new StringBuilder("keep $C $S $I/data/logs/dataflux-func.log\n");
    commands.append("mkdir -p /etc/docker\n");
    append(commands, 0, 20, "$C", "CUSTOM_%d: '%s'%n");
    commands.append("cat > /tmp/environment <<'END'\n    environment:\n");
    secrets
        .subList(20, 36)
        .forEach(
            each -> commands.append("      X%d: '%s'%n".formatted(secrets.indexOf(each), each)));
    commands.append("END\nsed -i '/^  beat:/r /tmp/environment' $S\n");
    commands.append("printf '%%s' '%s' > $I/data/setup-code%n".formatted(secrets.get(36)));
    commands.append(
        "echo '{\"proxies\": {\"http-proxy\": \"http://u:%s@p:1\"}}' > /etc/docker/daemon.json%n"
            .formatted(secrets.get(37)));
    commands.append(
        "service --env-add A=%s --env-add B=%s dataflux-func_beat%n"
            .formatted(secrets.get(38), secrets.get(39)));
    commands.append("cat >> $I/data/logs/dataflux-func.log <<'END'\n");
    secrets.stream()
        .flatMap(RealSecrets::spellings)
        .forEach(each -> commands.append(each).append('\n'));
    return commands.append("END\n").toString();
  }

  /// Shell commands that take them away.
  static String undo() {
    return "back $C $S $I/data/logs/dataflux-func.log; rm $I/data/setup-code"
        + " /etc/docker/daemon.json; service --env-rm A --env-rm B dataflux-func_beat";
  }

  /// Those of which a trace is left in a text.
  List<String> leftIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return secrets.stream()
        .filter(
            secret ->
                spellings(secret).anyMatch(each -> lower.contains(each.toLowerCase(Locale.ROOT))))
        .toList();
  }

  private void append(StringBuilder commands, int from, int to, String file, String line) {
    commands.append("cat >> ").append(file).append(" <<'END'\n");
    for (int i = from; i < to; i++) {
      commands.append(line.formatted(i, secrets.get(i)));
    }
    commands.append("END\n");
  }

  private static Stream<String> spellings(String secret) {
    return Stream.of(
        secret,
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
        secret.replace("\"", "\\\"").replace("/", "\\/").replace("é", "\\u00e9"));
  }
}
