package com.dataflux.func.platform.display;

import com.dataflux.func.platform.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// The display for tests: keeps what was shown, an event a line.
public final class RecordingDisplay implements Display {
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());

  /// Everything shown so far, in order, as `begin: …`, `done: …`, `skipped: … (reason)`, `stopped:
  /// …`, `inform: …`, `warn: …`, `fail: …` and `answer: …`.
  public List<String> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  @Override
  public Activity begin(String title) {
    return new RecordedActivity(title);
  }

  @Override
  public void inform(String line) {
    events.add("inform: " + line);
  }

  @Override
  public void warn(Problem problem) {
    events.add("warn: " + problem.what());
  }

  @Override
  public void fail(Problem problem) {
    events.add("fail: " + problem.what());
  }

  @Override
  public void answer(String text, Map<String, ?> fields) {
    events.add("answer: " + text);
  }

  private final class RecordedActivity implements Activity {
    private final String title;
    private String ending;
    private String result = "";

    RecordedActivity(String title) {
      this.title = title;
      this.ending = "stopped: " + title;
      events.add("begin: " + title);
    }

    @Override
    public Activity begin(String part) {
      return new RecordedActivity(title + " / " + part);
    }

    @Override
    public void expect(long bytes) {}

    @Override
    public void advance(long bytes) {}

    @Override
    public void note(String newResult) {
      result = newResult;
    }

    @Override
    public void skip(String reason) {
      ending = "skipped: " + title + " (" + reason + ")";
    }

    @Override
    public void done() {
      ending = "done: " + title;
    }

    @Override
    public void close() {
      events.add(result.isEmpty() ? ending : ending + " = " + result);
    }
  }
}
