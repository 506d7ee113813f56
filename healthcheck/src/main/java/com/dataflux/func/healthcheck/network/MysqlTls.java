package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.stack.Deploy;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lets the built-in MySQL speak TLS 1.2, as the manual does by hand.
final class MysqlTls {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(^  mysql:\\n(?:    .*\\n|\\s*#.*\\n|\\n)*?    command: )(.*)$");

  private MysqlTls() {}

  /// Nothing for an external database, whose settings are not ours.
  static List<Change> allowNewer(Site site, Finding finding) {
    String path = site.installation().stackPath();
    String text = site.files().text(path).orElse("");
    Matcher command = COMMAND.matcher(text);
    if (!site.installation().runs("mysql") || !command.find()) {
      return List.of();
    }
    String others = command.group(2).replaceAll("--tls-version=\\S+ ?", "").strip();
    String mended =
        text.substring(0, command.start(2))
            + "--tls-version=TLSv1.2 "
            + others
            + text.substring(command.end(2));
    return List.of(new Change.Write(path, mended, "rw-------"), Deploy.of(site).repeatedByUndo());
  }
}
