package com.dataflux.func.installer.acceptance;

import com.dataflux.func.platform.process.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What `dataflux-func doctor --json` answered.
///
/// @param found keys of causes, in the order of the report
/// @param unchecked ids of checks that could not look
/// @param repaired keys of causes, of `--fix`
record DoctorAnswer(
    int exitCode, int millis, List<String> found, List<String> unchecked, List<String> repaired) {

  /// What is found does not hang on how busy the machine is that tests.
  static final String PATIENT = "--patience 12";

  private static final Pattern REPAIRED = Pattern.compile("Repaired ([a-z.-]+);");

  static final Duration TIME_TO_SETTLE = Duration.ofMinutes(2);

  static DoctorAnswer read(Outcome outcome) {
    JsonNode answer = answer(outcome);
    List<String> found = new ArrayList<>();
    List<String> unchecked = new ArrayList<>();
    for (JsonNode check : answer.path("checks")) {
      String id = check.path("id").asText();
      check
          .path("findings")
          .forEach(finding -> found.add(id + "." + finding.path("cause").asText()));
      if (check.path("state").asText().equals("unchecked")) {
        unchecked.add(id + ": " + check.path("reason").asText());
      }
    }
    List<String> repaired =
        REPAIRED.matcher(outcome.err()).results().map(match -> match.group(1)).toList();
    return new DoctorAnswer(
        outcome.exitCode(), answer.path("millis").asInt(), found, unchecked, repaired);
  }

  boolean isHealthy() {
    return exitCode == 0;
  }

  private static JsonNode answer(Outcome outcome) {
    try {
      for (String line : outcome.out().lines().toList()) {
        JsonNode event = new ObjectMapper().readTree(line);
        if (event.path("event").asText().equals("answer")) {
          return event;
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(outcome.out(), e);
    }
    throw new IllegalStateException("no answer: " + outcome.out() + outcome.err());
  }
}
