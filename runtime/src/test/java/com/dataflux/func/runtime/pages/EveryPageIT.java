package com.dataflux.func.runtime.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.testbed.pages.Browser;
import com.dataflux.func.testbed.pages.Visitor;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What holds of every page: anyone can use it, on a desk and on a phone, and it opens at once.
class EveryPageIT {
  private static final long MOST_BYTES = 900 * 1024;
  private static final double MOST_MILLIS = 1000;
  private static final String FUNCTION_FAILED = "status of 599";
  private static final String IS_TOO_WIDE = "document.documentElement.scrollWidth > innerWidth";
  private static final Path PICTURES = Path.of("target", "screenshots");
  @RegisterExtension static final Stage STAGE = new Stage();
  @RegisterExtension static final Browser BROWSER = new Browser();

  @BeforeAll
  static void furnish() throws Exception {
    Furniture.bringInto(STAGE.application(), STAGE.site());
    Furniture.leaveADeadLetter(STAGE.redis(), Stage.REDIS_DATABASE, "task-given-up");
  }

  /// By view: what the browser complains of, whether it is wider than the screen and, once for each
  /// width, what axe finds. Leaves a picture of each.
  @ParameterizedTest
  @CsvSource({
    "zh-CN, 1280, 800, true",
    "zh-CN, 390, 844, false",
    "en-GB, 1280, 800, false",
    "en-GB, 390, 844, true"
  })
  void fitsTheScreenAndIsAccessible(String locale, int width, int height, boolean withAxe)
      throws IOException {
    Visitor visitor = BROWSER.visitor(STAGE.site(), locale, width, height);
    List<String> complaints = new ArrayList<>();
    visitor.page().onPageError(complaints::add);
    visitor
        .page()
        .onConsoleMessage(
            message -> {
              if (message.type().equals("error") && !message.text().contains(FUNCTION_FAILED)) {
                complaints.add(message.text());
              }
            });
    Map<String, List<String>> faults = new LinkedHashMap<>();
    for (View view : View.ALL) {
      view.show(visitor);
      List<String> found = new ArrayList<>(withAxe ? visitor.inaccessible() : List.of());
      found.addAll(complaints);
      complaints.clear();
      if (visitor.page().evaluate(IS_TOO_WIDE).equals(true)) {
        found.add("wider than the screen");
      }
      photograph(visitor, "%s-%d-%s".formatted(locale, width, view.name()));
      if (!found.isEmpty()) {
        faults.put(view.name(), found);
      }
    }
    assertThat(faults).isEmpty();
  }

  private static void photograph(Visitor visitor, String name) {
    Path file = PICTURES.resolve(name + ".png");
    visitor.page().screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  /// The best of three, each by a browser that has nothing of the pages yet.
  @Test
  void paintsTheSignedInEditorWithinASecond() {
    String token =
        (String)
            BROWSER
                .visitor(STAGE.site())
                .signIn()
                .page()
                .evaluate("localStorage.getItem('dff.token')");
    double best =
        IntStream.range(0, 3).mapToDouble(_ -> firstPaintMillis(token)).min().orElseThrow();
    System.out.printf("the signed-in editor is painted after %.0f ms%n", best);
    assertThat(best).isLessThanOrEqualTo(MOST_MILLIS);
  }

  private static double firstPaintMillis(String token) {
    Visitor fresh = BROWSER.visitor(STAGE.site());
    fresh.page().addInitScript("localStorage.setItem('dff.token', '" + token + "')");
    fresh.open("editor");
    assertThat(fresh.leaf("示例")).isVisible();
    String paint = "performance.getEntriesByName('first-contentful-paint')[0].startTime";
    return ((Number) fresh.page().evaluate(paint)).doubleValue();
  }

  @Test
  void weighsLittle() throws IOException {
    Path built = Path.of(System.getProperty("project.root"), "runtime/web/dist");
    long bytes = 0;
    try (Stream<Path> files = Files.walk(built)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += file.toString().endsWith(".gz") ? 0 : compressed(file);
      }
    }
    assertThat(bytes).isBetween(1L, MOST_BYTES);
  }

  private static long compressed(Path file) throws IOException {
    long[] count = new long[1];
    OutputStream counter =
        new OutputStream() {
          @Override
          public void write(int one) {
            count[0]++;
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            count[0] += length;
          }
        };
    try (OutputStream packed = new GZIPOutputStream(counter)) {
      Files.copy(file, packed);
    }
    return count[0];
  }
}
