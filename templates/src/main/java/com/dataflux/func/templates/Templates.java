package com.dataflux.func.templates;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Renders the files of an install.
public final class Templates {
  /// Drops what other hosts send to the port of overlay networks; once only.
  private static final String DROP_VXLAN =
      "iptables -w -C INPUT -p udp --dport 4789 ! -i lo -j DROP 2>/dev/null"
          + " || iptables -w -I INPUT -p udp --dport 4789 ! -i lo -j DROP";

  private final PebbleEngine engine;

  public Templates() {
    ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix("com/dataflux/func/templates");
    loader.setSuffix(".peb");
    engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .autoEscaping(false)
            .strictVariables(true)
            .newLineTrimming(false)
            .extension(new Quoting())
            .build();
  }

  /// The stack file. It holds passwords.
  public String stack(StackOptions options, Images images, StackSecrets secrets) {
    List<Service> services = new Services(options, images, secrets).all();
    return render("docker-stack.yaml", Map.of("options", options, "services", services));
  }

  /// The application's configuration as it is before anyone edits it. It holds passwords.
  public String userConfig(
      StackSecrets secrets, DatabaseConnection mysql, DatabaseConnection redis) {
    return render("user-config.yaml", Map.of("secrets", secrets, "mysql", mysql, "redis", redis));
  }

  /// The systemd unit of an engine whose programs lie in one directory.
  ///
  /// @param alone whether its Swarm has no other nodes, and so needs nothing from them
  public String dockerService(Path directory, boolean alone) {
    return render("docker.service", engine(directory, alone));
  }

  /// The same for hosts without systemd.
  public String dockerInitScript(Path directory, boolean alone) {
    return render("docker.init", engine(directory, alone));
  }

  private static Map<String, Object> engine(Path directory, boolean alone) {
    return Map.of("directory", directory, "alone", alone, "rule", DROP_VXLAN);
  }

  public String logrotate(InstallDir installDir) {
    return render("logrotate", Map.of("installDir", installDir));
  }

  private String render(String template, Map<String, Object> context) {
    StringWriter text = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(text, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
