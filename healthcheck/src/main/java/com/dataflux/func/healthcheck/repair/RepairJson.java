package com.dataflux.func.healthcheck.repair;

import com.dataflux.func.platform.ProblemKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A record as JSON, and back.
final class RepairJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RepairJson() {}

  static String write(RepairRecord record) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", record.id()).put("cause", record.cause()).put("at", record.at().toString());
    ArrayNode steps = node.putArray("steps");
    record.steps().forEach(step -> write(step, steps.addObject()));
    return node.toPrettyString() + "\n";
  }

  private static void write(RepairStep step, ObjectNode node) {
    switch (step) {
      case RepairStep.Wrote(String path, Optional<String> before, String mode, String written) ->
          node.put("step", "wrote")
              .put("path", path)
              .put("before", before.orElse(null))
              .put("mode", mode)
              .put("written", written);
      case RepairStep.Moded(String path, String before) ->
          node.put("step", "moded").put("path", path).put("before", before);
      case RepairStep.Made(String path, boolean existed) ->
          node.put("step", "made").put("path", path).put("existed", existed);
      case RepairStep.Ran(List<String> argv, List<String> undo) -> {
        node.put("step", "ran");
        argv.forEach(node.putArray("argv")::add);
        undo.forEach(node.putArray("undo")::add);
      }
    }
  }

  static RepairRecord read(String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      List<RepairStep> steps = new ArrayList<>();
      node.path("steps").forEach(step -> steps.add(step(step)));
      return new RepairRecord(
          node.path("id").asText(),
          node.path("cause").asText(),
          Instant.parse(node.path("at").asText()),
          steps);
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "A record of a repair is not JSON",
              e.toString(),
              "Look into " + RepairRecords.DIRECTORY + ".")
          .asException(e);
    }
  }

  private static RepairStep step(JsonNode node) {
    String path = node.path("path").asText();
    String before = node.path("before").asText();
    return switch (node.path("step").asText()) {
      case "wrote" ->
          new RepairStep.Wrote(
              path,
              node.path("before").isNull() ? Optional.empty() : Optional.of(before),
              node.path("mode").asText(),
              node.path("written").asText());
      case "moded" -> new RepairStep.Moded(path, before);
      case "made" -> new RepairStep.Made(path, node.path("existed").asBoolean());
      default -> new RepairStep.Ran(texts(node.path("argv")), texts(node.path("undo")));
    };
  }

  private static List<String> texts(JsonNode items) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
