package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What the program in the scheduler's container tells of its work, one JSON object a line: shown
/// on this host as it comes.
final class ContainerReport implements Consumer<String> {
  private static final Path SOURCE = Path.of("the container's report");
  private static final String BELOW = " / ";

  private final Activity whole;
  private final Map<String, Part> parts = new HashMap<>();
  private Map<String, Object> answer = Map.of();
  private Optional<ProblemException> failure = Optional.empty();

  ContainerReport(Activity whole) {
    this.whole = whole;
  }

  @Override
  public synchronized void accept(String line) {
    if (line.startsWith("{\"event\":")) {
      take(YamlFile.parse(SOURCE, line));
    }
  }

  private void take(Map<String, Object> event) {
    String title = String.valueOf(event.get("title"));
    switch (String.valueOf(event.get("event"))) {
      case "begin" -> parts.put(title, begin(title));
      case "progress" ->
          part(title)
              .ifPresent(part -> part.reach(number(event, "bytes"), number(event, "expected")));
      case "end" -> {
        part(title).ifPresent(part -> part.end(event));
        parts.remove(title);
      }
      case "answer" -> answer = event;
      case "fail" -> failure = Optional.of(problem(event));
      default -> {}
    }
  }

  /// The outermost piece of work is the one that this host shows already.
  private Part begin(String title) {
    int below = title.lastIndexOf(BELOW);
    if (below < 0) {
      return new Part(whole, false);
    }
    Activity above = part(title.substring(0, below)).map(part -> part.activity).orElse(whole);
    return new Part(above.begin(title.substring(below + BELOW.length())), true);
  }

  private Optional<Part> part(String title) {
    return Optional.ofNullable(parts.get(title));
  }

  private static long number(Map<String, Object> event, String field) {
    return event.get(field) instanceof Number number ? number.longValue() : 0;
  }

  private static ProblemException problem(Map<String, Object> event) {
    return ProblemKind.valueOf(String.valueOf(event.get("kind")))
        .exception(
            String.valueOf(event.get("what")),
            String.valueOf(event.get("why")),
            String.valueOf(event.get("next")));
  }

  /// What the program has answered, by field.
  Map<String, Object> answer() {
    return answer;
  }

  Optional<ProblemException> failure() {
    return failure;
  }

  private static final class Part {
    private final Activity activity;
    private final boolean owned;
    private long bytes;
    private long expected;

    /// @param owned whether it ends with what the container tells
    Part(Activity activity, boolean owned) {
      this.activity = activity;
      this.owned = owned;
    }

    void reach(long bytesNow, long expectedNow) {
      activity.expect(expectedNow - expected);
      activity.advance(bytesNow - bytes);
      expected = expectedNow;
      bytes = bytesNow;
    }

    void end(Map<String, Object> event) {
      if (!owned) {
        return;
      }
      String result = String.valueOf(event.get("result"));
      activity.note(result);
      switch (String.valueOf(event.get("ending"))) {
        case "done" -> activity.done();
        case "skipped" -> activity.skip(result);
        default -> {}
      }
      activity.close();
    }
  }
}
