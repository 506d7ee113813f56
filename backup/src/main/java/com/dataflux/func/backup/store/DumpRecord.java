package com.dataflux.func.backup.store;

import com.dataflux.func.backup.content.DumpContent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is known of a dump, kept beside it.
///
/// @param sequence grows with every dump of a directory, whatever the clock does
/// @param sha256 of the file, 64 hexadecimal digits
/// @param checked when the state was reached
/// @param lacking what the account was not allowed to dump; empty where everything is in it
public record DumpRecord(
    DumpState state,
    long sequence,
    String sha256,
    DumpContent content,
    String server,
    Instant begun,
    Duration took,
    Instant checked,
    List<String> lacking) {

  public DumpRecord {
    lacking = List.copyOf(lacking);
  }

  /// The same dump, known to be better; a dump never becomes worse by a lesser check.
  public DumpRecord reached(DumpState newState, Instant at) {
    DumpState best = newState.compareTo(state) > 0 ? newState : state;
    return new DumpRecord(best, sequence, sha256, content, server, begun, took, at, lacking);
  }

  public boolean atLeast(DumpState wanted) {
    return state.compareTo(wanted) >= 0;
  }
}
