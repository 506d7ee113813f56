package com.dataflux.func.installer.command;

import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Words;
import com.dataflux.func.platform.display.Display;
import java.util.List;

/// Shows what a repair will do, and asks whether it may; without an answer it may not.
final class DoctorApproval {
  private final Display display;
  private final Words words;
  private final boolean unasked;

  /// @param unasked whether everything is allowed beforehand
  DoctorApproval(Display display, Words words, boolean unasked) {
    this.display = display;
    this.words = words;
    this.unasked = unasked;
  }

  boolean allows(Finding finding, List<Change> changes) {
    display.inform(words.text(finding));
    changes.forEach(change -> display.inform("  " + change.line()));
    return unasked || Question.yes(display, "Do this?");
  }
}
