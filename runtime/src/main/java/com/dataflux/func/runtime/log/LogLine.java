package com.dataflux.func.runtime.log;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of the log, as text or as a JSON object. Trace and task ids that a message names become
/// fields of their own.
final class LogLine extends Formatter {
  private static final Pattern TRACE = Pattern.compile("TRACE-[0-9A-F-]{36}");
  private static final Pattern TASK = Pattern.compile("task-[0-9a-z]+");

  private final String service;
  private final boolean json;
  private final DateTimeFormatter time;

  LogLine(String service, boolean json, ZoneId zone) {
    this.service = service;
    this.json = json;
    this.time =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT).withZone(zone);
  }

  @Override
  public String format(LogRecord record) {
    String message = formatMessage(record) + thrown(record);
    String when = time.format(record.getInstant());
    if (!json) {
      return "%s [%s] [%s] %s%n".formatted(when, level(record.getLevel()), service, message);
    }
    ObjectNode line =
        Json.object()
            .put("time", when)
            .put("level", level(record.getLevel()))
            .put("service", service)
            .put("logger", record.getLoggerName())
            .put("message", message);
    put(line, "traceId", TRACE, message);
    put(line, "taskId", TASK, message);
    return Json.write(line) + "\n";
  }

  private static void put(ObjectNode line, String name, Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    if (matcher.find()) {
      line.put(name, matcher.group());
    }
  }

  private static String thrown(LogRecord record) {
    if (record.getThrown() == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    record.getThrown().printStackTrace(new PrintWriter(text));
    return "\n" + text.toString().stripTrailing();
  }

  private static String level(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (value >= Level.WARNING.intValue()) {
      return "WARNING";
    }
    return value >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }
}
