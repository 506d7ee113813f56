package com.dataflux.func.healthcheck;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.InMemoryCommandRunner;
import com.dataflux.func.platform.process.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Programs of a healthy host, found by the beginning of their command line.
final class FakeCommands implements InMemoryCommandRunner {
  /// What has run, in order.
  final List<String> ran = new ArrayList<>();

  private final Map<String, Outcome> answers = new LinkedHashMap<>();

  private final Map<String, Runnable> effects = new LinkedHashMap<>();

  FakeCommands() {
    answer("uname -m", "x86_64\n");
    answer("stat -f", "1a2b 5000000 10000000 4096 900000 1000000\n");
    answer("iptables -V", "iptables v1.8.9 (nf_tables)\n");
    answer("iptables -w -S", "-P FORWARD DROP\n-A FORWARD -j DOCKER-USER\n");
    answer("xtables-legacy-multi iptables-save", "*filter\n:INPUT ACCEPT [9:9]\nCOMMIT\n");
    answer("journalctl", "");
    answer("docker", "");
    answer("systemctl", "");
    answer("sh -c", "");
    answer("firewall-cmd --state", 252, "");
  }

  /// What running exactly this command line does.
  void effect(String line, Runnable effect) {
    effects.put(line, effect);
  }

  void answer(String beginning, String out) {
    answer(beginning, 0, out);
  }

  void answer(String beginning, int exitCode, String out) {
    answers.put(beginning, new Outcome(Command.of(beginning), exitCode, out, ""));
  }

  @Override
  public synchronized Outcome run(Command command) {
    ran.add(command.line());
    effects.getOrDefault(command.line(), () -> {}).run();
    return answers.entrySet().stream()
        .filter(answer -> command.line().startsWith(answer.getKey()))
        .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
        .map(Map.Entry::getValue)
        .orElseThrow(
            () ->
                ProblemKind.COMMAND_FAILED.exception(
                    command.line() + " cannot be started", "", "Tell the fake what it answers."));
  }
}
