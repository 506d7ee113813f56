package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.MalformedYaml;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `user-config.yaml` parses, and every key in it is one that the application knows.
final class Configuration extends Check {
  private final Cause missing = fault("missing");
  private final Cause malformed = fault("malformed");
  private final Cause unknownKey = fault("unknown-key");
  private final Cause badValue = fault("bad-value");

  Configuration() {
    super("stack.configuration", Vantage.HOST, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    String path = site.installation().configurationPath();
    if (!site.files().exists(path)) {
      return missing.alone(path);
    }
    List<Finding> findings = new ArrayList<>();
    try {
      site.installation().configuration().forEach((key, value) -> judge(key, value, findings));
    } catch (MalformedYaml e) {
      return malformed.alone(path, e.line(), e.column(), e.problem());
    }
    return Verdict.of(path, findings);
  }

  private void judge(String key, Object value, List<Finding> findings) {
    if (key.startsWith(Setting.CUSTOM_PREFIX)) {
      return;
    }
    Optional<Setting> setting = Setting.named(key);
    if (setting.isEmpty()) {
      findings.add(unknownKey.found(key, Setting.nearestTo(key)));
    } else if (setting.get().kind().read(value).isEmpty()) {
      findings.add(badValue.found(key, value));
    }
  }
}
