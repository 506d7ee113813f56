package com.dataflux.func.platform.display;

import com.dataflux.func.platform.Problem;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// The display for programs: one JSON object a line, with field `event`. The answer goes to
/// standard output, all the rest to standard error.
public final class JsonDisplay implements Display {
  private static final long TELL_NANOS = Duration.ofSeconds(1).toNanos();

  private final PrintStream out;
  private final PrintStream err;

  public JsonDisplay(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Activity begin(String title) {
    return new JsonActivity(title);
  }

  @Override
  public void inform(String line) {
    print(err, event("inform", Map.of("line", line)));
  }

  @Override
  public void warn(Problem problem) {
    print(err, event("warn", fields(problem)));
  }

  @Override
  public void fail(Problem problem) {
    print(err, event("fail", fields(problem)));
  }

  @Override
  public void answer(String text, Map<String, ?> fields) {
    print(out, event("answer", fields));
  }

  private static Map<String, Object> fields(Problem problem) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", problem.kind());
    fields.put("exitCode", problem.kind().exitCode());
    fields.put("what", problem.what());
    fields.put("why", problem.why());
    fields.put("next", problem.next());
    return fields;
  }

  private static Map<String, Object> event(String name, Map<String, ?> fields) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", name);
    event.putAll(fields);
    return event;
  }

  private synchronized void print(PrintStream stream, Map<String, Object> event) {
    stream.println(JsonText.of(event));
    stream.flush();
  }

  private final class JsonActivity implements Activity {
    private final String title;
    private final long begun = System.nanoTime();
    private long told = begun;
    private long expected;
    private long advanced;
    private String ending = "stopped";
    private String result = "";

    JsonActivity(String title) {
      this.title = title;
      print(err, event("begin", Map.of("title", title)));
    }

    @Override
    public Activity begin(String part) {
      return new JsonActivity(title + " / " + part);
    }

    @Override
    public synchronized void expect(long bytes) {
      expected += bytes;
    }

    @Override
    public synchronized void advance(long bytes) {
      advanced += bytes;
      long now = System.nanoTime();
      if (now - told > TELL_NANOS) {
        told = now;
        print(
            err,
            event("progress", Map.of("title", title, "bytes", advanced, "expected", expected)));
      }
    }

    @Override
    public void note(String newResult) {
      result = newResult;
    }

    @Override
    public void skip(String reason) {
      ending = "skipped";
      result = reason;
    }

    @Override
    public void done() {
      ending = "done";
    }

    @Override
    public void close() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("title", title);
      fields.put("ending", ending);
      fields.put("result", result);
      fields.put("bytes", advanced);
      fields.put("millis", Duration.ofNanos(System.nanoTime() - begun).toMillis());
      print(err, event("end", fields));
    }
  }
}
