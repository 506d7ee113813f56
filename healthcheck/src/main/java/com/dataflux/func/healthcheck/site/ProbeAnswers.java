package com.dataflux.func.healthcheck.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The answers of a probe, from JSON.
final class ProbeAnswers {
  private ProbeAnswers() {}

  static InsideView read(JsonNode answers) {
    Outlook outlook =
        new Outlook(
            values(answers.path("nameServers"), JsonNode::asBoolean),
            values(answers.path("names"), JsonNode::asBoolean),
            values(answers.path("endpoints"), end -> Reach.valueOf(end.asText())),
            values(answers.path("targets"), end -> Reach.valueOf(end.asText())));
    JsonNode mqtt = answers.path("mqtt");
    return new InsideView(
        outlook,
        given(answers.path("mysql")).map(ProbeAnswers::mysql),
        given(answers.path("redis")).map(ProbeAnswers::redis),
        mqtt.isInt() ? Optional.of(mqtt.asInt()) : Optional.empty());
  }

  private static MysqlView mysql(JsonNode mysql) {
    List<String> grants = new ArrayList<>();
    mysql.path("grants").forEach(grant -> grants.add(grant.asText()));
    return new MysqlView(
        mysql.path("error").asInt(),
        mysql.path("detail").asText(""),
        values(mysql.path("variables"), JsonNode::asText),
        grants,
        values(mysql.path("failures"), JsonNode::asLong),
        mysql.path("secondsAhead").asLong());
  }

  private static RedisView redis(JsonNode redis) {
    return new RedisView(
        redis.path("error").asText(""),
        values(redis.path("info"), JsonNode::asText),
        numbered(redis.path("queues")),
        numbered(redis.path("oldest")),
        redis.path("slow").asInt(),
        redis.path("secondsAhead").asLong());
  }

  private static Optional<JsonNode> given(JsonNode node) {
    return node.isObject() ? Optional.of(node) : Optional.empty();
  }

  private static <T> Map<String, T> values(JsonNode object, Function<JsonNode, T> read) {
    Map<String, T> values = new LinkedHashMap<>();
    object.properties().forEach(field -> values.put(field.getKey(), read.apply(field.getValue())));
    return values;
  }

  private static Map<Integer, Long> numbered(JsonNode object) {
    Map<Integer, Long> values = new LinkedHashMap<>();
    object
        .properties()
        .forEach(field -> values.put(Integer.valueOf(field.getKey()), field.getValue().asLong()));
    return values;
  }
}
