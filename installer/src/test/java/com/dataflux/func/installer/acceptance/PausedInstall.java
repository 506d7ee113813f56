package com.dataflux.func.installer.acceptance;

import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.testbed.AirGappedHost;

/// An install whose journal is a pipe: it stands still before each entry until that is read, so
/// that a test can hold it at every boundary between its steps.
final class PausedInstall {
  private static final String FUNCTIONS =
      """
      T=/usr/local/dataflux-func/toolkit; J=$T/journal.jsonl
      installer() { pgrep -f '[j]ava.* install --bundle'; }
      stands() { for p in $(installer); do cat /proc/$p/task/*/wchan; done 2>/dev/null | grep -Eq 'wait_for_partner|fifo_open'; }
      ended() { [ -s /tmp/ended ]; }
      pause() { until stands || ended; do sleep 0.05; done; }
      """;

  private final AirGappedHost host;

  /// Begins an install in the background.
  PausedInstall(AirGappedHost host, String command) {
    this.host = host;
    run(
        """
        mkdir -p $T; rm -f $J $T/journal.real /tmp/ended; mkfifo $J
        echo '{}' > $T/journal.real; sync $T/journal.real
        setsid sh -c '%s >/tmp/run.log 2>&1; echo $? >/tmp/ended' </dev/null >/dev/null 2>&1 &
        """
            .formatted(command));
  }

  /// Lets it write entries, and waits until it stands before the next.
  ///
  /// @return the entries; fewer than asked for where it has ended
  String pass(int entries) {
    return run(
        """
        i=0; pause
        while [ $i -lt %d ] && ! ended; do cat $J; i=$((i+1)); pause; done
        """
            .formatted(entries));
  }

  void kill() {
    run("kill -9 $(installer); until [ -z \"$(installer)\" ]; do sleep 0.05; done");
  }

  /// Lets it go on to its end, with a journal that is a file.
  ///
  /// @return what it said
  Outcome goOn() {
    run("mv $J $T/pipe; mv $T/journal.real $J; stands && cat $T/pipe >/dev/null; rm $T/pipe");
    return host.outcome(
        "until [ -s /tmp/ended ]; do sleep 0.1; done; cat /tmp/run.log; exit $(cat /tmp/ended)");
  }

  /// Takes the pipe away from an install that is no more.
  void clear() {
    run("[ -f $J ] || rm -f $J; rm -f $T/journal.real");
  }

  private String run(String commands) {
    return host.run(FUNCTIONS + commands);
  }
}
