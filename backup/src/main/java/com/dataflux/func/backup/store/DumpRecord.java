package com.dataflux.func.backup.store;

import com.dataflux.func.backup.content.DumpContent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of a dump, kept beside it.
///
/// @param sequence grows with every dump of a directory, whatever the clock does
/// @param digest of the file, as 8 hexadecimal digits of its CRC32C
/// @param checked when the state was reached
/// @param restoredIn how long it took to load it in a trial; empty where there was none
/// @param lacking what the account was not allowed to dump; empty where everything is in it
public record DumpRecord(
    DumpState state,
    long sequence,
    String digest,
    DumpContent content,
    String server,
    Instant begun,
    Duration took,
    Instant checked,
    Optional<Duration> restoredIn,
    List<String> lacking) {

  public DumpRecord {
    lacking = List.copyOf(lacking);
  }

  /// The same dump, known to be better; a dump never becomes worse by a lesser check.
  public DumpRecord reached(DumpState newState, Instant at) {
    DumpState best = newState.compareTo(state) > 0 ? newState : state;
    return new DumpRecord(
        best, sequence, digest, content, server, begun, took, at, restoredIn, lacking);
  }

  /// The same dump, proved by a trial.
  public DumpRecord restored(Instant at, Duration loaded) {
    return new DumpRecord(
        DumpState.RESTORED,
        sequence,
        digest,
        content,
        server,
        begun,
        took,
        at,
        Optional.of(loaded),
        lacking);
  }

  public boolean atLeast(DumpState wanted) {
    return state.compareTo(wanted) >= 0;
  }
}
