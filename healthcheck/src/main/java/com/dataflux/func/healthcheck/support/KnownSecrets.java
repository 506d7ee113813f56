package com.dataflux.func.healthcheck.support;

import com.dataflux.func.healthcheck.site.HostFiles;
import com.dataflux.func.healthcheck.site.Installation;
import com.dataflux.func.healthcheck.site.MalformedYaml;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.StackService;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The secrets of an install, gathered from every file in which one may stand.
final class KnownSecrets {
  private static final Pattern NAME =
      Pattern.compile("(?i).*(secret|passw|token|auth|credential|private|_key|apikey).*");
  private static final Set<String> HARMLESS =
      Set.of("MYSQL_DATABASE", "MYSQL_USER", "MQTT_USER", "TZ", "LANG", "PATH");
  private static final Pattern IN_COMMAND =
      Pattern.compile("(?i)--?[a-z-]*(?:secret|passw|token|auth)[a-z-]*[= ]+(\\S+)");
  private static final Pattern IN_URL = Pattern.compile("://[^/\\s:@\"']*:([^/\\s@\"']+)@");

  /// Anything shorter would be found in innocent words.
  private static final int LEAST = 4;

  private final Set<String> secrets = new TreeSet<>();

  private KnownSecrets() {}

  static Set<String> of(Site site) {
    KnownSecrets known = new KnownSecrets();
    Installation installation = site.installation();
    HostFiles files = site.files();
    known.attempt(() -> installation.configuration().forEach(known::setting));
    known.attempt(() -> installation.stack().values().forEach(known::service));
    known.attempt(() -> site.engine().environment().forEach(known::variable));
    known.attempt(() -> known.add(files.line(installation.data() + "/setup-code")));
    for (String path : List.of("/etc/docker/daemon.json", "/etc/environment", "/etc/resolv.conf")) {
      known.attempt(() -> known.urls(files.text(path).orElse("")));
    }
    known.attempt(() -> known.lines(files.text(installation.configurationPath()).orElse("")));
    known.attempt(() -> known.lines(files.text(installation.stackPath()).orElse("")));
    known.attempt(
        () ->
            known.lines(
                files.text(installation.directory() + "/docker-stack.example.yaml").orElse("")));
    return known.secrets;
  }

  private void setting(String key, Object value) {
    if (NAME.matcher(key).matches() || key.startsWith("CUSTOM_")) {
      add(value.toString());
    }
    urls(value.toString());
  }

  /// Environment variables count as secret unless they are known to be harmless.
  private void variable(String assignment) {
    String[] parts = assignment.split("=", 2);
    String value = parts.length == 2 ? parts[1] : "";
    if (!HARMLESS.contains(parts[0])) {
      add(value);
    }
    urls(value);
  }

  private void service(StackService service) {
    service.environment().forEach((name, value) -> variable(name + "=" + value));
    Matcher option = IN_COMMAND.matcher(service.command());
    while (option.find()) {
      add(option.group(1));
    }
  }

  /// Also where a file does not parse: a line whose key sounds like a secret.
  private void lines(String text) {
    Matcher line =
        Pattern.compile("(?m)^\\s*[#-]*\\s*\"?([A-Za-z_0-9]+)\"?\\s*[:=]\\s*['\"]?(.*?)['\"]?\\s*$")
            .matcher(text);
    while (line.find()) {
      if (NAME.matcher(line.group(1)).matches()) {
        add(line.group(2));
      }
    }
    urls(text);
  }

  private void urls(String text) {
    Matcher url = IN_URL.matcher(text);
    while (url.find()) {
      add(url.group(1));
    }
  }

  private void add(String value) {
    String secret = value.strip();
    if (secret.length() >= LEAST && !secret.equals("true") && !secret.equals("false")) {
      secrets.add(secret);
    }
  }

  private void attempt(Runnable gathering) {
    try {
      gathering.run();
    } catch (Unavailable | MalformedYaml e) {
      // What cannot be read cannot give a secret away; the lines of the file are gone through as
      // well.
    }
  }
}
