package com.dataflux.func.healthcheck.check;

import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at one thing and changes nothing. Its words stand in the message files under its id: the
/// title, why it matters (`.why`), what to do (`.next`), and one line for each cause.
public abstract class Check {
  private final String id;
  private final Vantage vantage;
  private final List<Section> sections;
  private final List<Cause> causes = new ArrayList<>();

  /// @param id `area.name`; scripts rely on it, so it never changes
  /// @param sections of the manual of faults, whose symptoms this check finds
  protected Check(String id, Vantage vantage, Section... sections) {
    this.id = id;
    this.vantage = vantage;
    this.sections = List.of(sections);
  }

  /// Looks.
  ///
  /// @throws com.dataflux.func.healthcheck.site.Unavailable where what it needs cannot be had; the
  ///   doctor then says that this could not be checked
  public abstract Verdict examine(Site site);

  /// Whether looking leaves traces, such as a call in the records; such checks run on request only.
  public boolean isActive() {
    return false;
  }

  public final String id() {
    return id;
  }

  public final String area() {
    return id.substring(0, id.indexOf('.'));
  }

  public final Vantage vantage() {
    return vantage;
  }

  public final List<Section> sections() {
    return sections;
  }

  /// Everything it can find.
  public final List<Cause> causes() {
    return List.copyOf(causes);
  }

  protected final Cause fault(String name) {
    return cause(name, Severity.FAULT, Optional.empty());
  }

  protected final Cause fault(String name, Repair repair) {
    return cause(name, Severity.FAULT, Optional.of(repair));
  }

  protected final Cause warning(String name) {
    return cause(name, Severity.WARNING, Optional.empty());
  }

  protected final Cause warning(String name, Repair repair) {
    return cause(name, Severity.WARNING, Optional.of(repair));
  }

  private Cause cause(String name, Severity severity, Optional<Repair> repair) {
    Cause cause = new Cause(id, name, severity, repair);
    causes.add(cause);
    return cause;
  }
}
