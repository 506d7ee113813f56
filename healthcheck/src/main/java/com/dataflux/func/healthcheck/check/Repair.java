package com.dataflux.func.healthcheck.check;

import com.dataflux.func.healthcheck.site.Site;
import java.util.List;

/// Decides what would mend a finding. It changes nothing by itself, so that an operator can read
/// the changes before allowing them.
@FunctionalInterface
public interface Repair {

  /// @return the changes in their order; empty where nothing can be done here
  List<Change> changes(Site site, Finding finding);
}
