package com.dataflux.func.platform.display;

import com.dataflux.func.platform.Problem;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/// The display for people: one line when a piece of work begins, one when it ends; on a terminal
/// also a line that shows how far it is. Answers go to standard output, all the rest to standard
/// error.
public final class TextDisplay implements Display {
  private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private boolean progressShown;

  public TextDisplay(PrintStream out, PrintStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public Activity begin(String title) {
    return new TextActivity(title, 0);
  }

  @Override
  public void inform(String line) {
    print(line);
  }

  @Override
  public void warn(Problem problem) {
    print(paint("33", "Warning: ") + sentences(problem));
  }

  @Override
  public void fail(Problem problem) {
    print(
        paint("31", "Error: ")
            + problem.what()
            + "."
            + (problem.why().isEmpty() ? "" : "\n  Why:  " + problem.why())
            + "\n  Next: "
            + problem.next());
  }

  @Override
  public synchronized void answer(String text, Map<String, ?> fields) {
    clearProgress();
    err.flush();
    out.println(text);
    out.flush();
  }

  private static String sentences(Problem problem) {
    String told = problem.what() + (problem.why().isEmpty() ? "" : ": " + problem.why());
    boolean ended = told.endsWith(".") || told.endsWith("。");
    return told + (ended ? " " : ". ") + problem.next();
  }

  private String paint(String colour, String text) {
    return terminal ? "\u001B[" + colour + "m" + text + "\u001B[0m" : text;
  }

  private synchronized void print(String line) {
    clearProgress();
    err.println(line);
    err.flush();
  }

  private synchronized void draw(String line) {
    clearProgress();
    err.print(line);
    err.flush();
    progressShown = true;
  }

  private void clearProgress() {
    if (progressShown) {
      err.print("\r\u001B[K");
      progressShown = false;
    }
  }

  private final class TextActivity implements Activity {
    private final String title;
    private final int depth;
    private final long begun = System.nanoTime();
    private long drawn = begun;
    private long expected;
    private long advanced;
    private String result = "";
    private String ending = "stopped";

    TextActivity(String title, int depth) {
      this.title = title;
      this.depth = depth;
      if (depth == 0) {
        print(title + " …");
      }
    }

    @Override
    public Activity begin(String part) {
      return new TextActivity(part, depth + 1);
    }

    @Override
    public synchronized void expect(long bytes) {
      expected += bytes;
    }

    @Override
    public synchronized void advance(long bytes) {
      advanced += bytes;
      long now = System.nanoTime();
      if (terminal && now - drawn > REDRAW_NANOS) {
        drawn = now;
        draw("  ".repeat(depth + 1) + title + ": " + progress(now));
      }
    }

    private String progress(long now) {
      double seconds = Math.max((now - begun) / 1e9, 0.001);
      double rate = Math.max(advanced / seconds, 1);
      String speed = Quantity.bytes((long) rate) + "/s";
      if (expected == 0) {
        return Quantity.bytes(advanced) + ", " + speed;
      }
      long left = Math.max(0, expected - advanced);
      return "%d %% of %s, %s, %s left"
          .formatted(
              Math.min(100, advanced * 100 / expected),
              Quantity.bytes(expected),
              speed,
              Quantity.time(Duration.ofSeconds((long) (left / rate))));
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
      String mark =
          switch (ending) {
            case "done" -> paint("32", "✓");
            case "skipped" -> paint("36", "–");
            default -> paint("31", "✗");
          };
      String time = Quantity.time(Duration.ofNanos(System.nanoTime() - begun));
      String tail = result.isEmpty() ? "" : ": " + result;
      print(
          "  ".repeat(depth + 1)
              + mark
              + " "
              + title
              + tail
              + (ending.equals("skipped") ? "" : " (" + time + ")"));
    }
  }
}
