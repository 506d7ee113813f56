package com.dataflux.func.runtime.pages;

import com.dataflux.func.testbed.Chromium;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// Debian's Chromium for the tests of one class. A failure leaves a picture of every open page in
/// `target/screenshots`; at the end, a request of any page that was not for this host is a failure.
final class Browser
    implements BeforeAllCallback,
        AfterEachCallback,
        AfterAllCallback,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {
  // Far more than anything takes on an idle machine.
  private static final double PATIENCE_MILLIS = 30_000;
  private static final Path PICTURES =
      Path.of(System.getProperty("project.root"), "runtime/target/screenshots");

  private final List<BrowserContext> contexts = new ArrayList<>();
  private Playwright playwright;
  private com.microsoft.playwright.Browser chromium;
  private RequestLog requests;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    requests = new RequestLog();
    List<String> flags = new ArrayList<>(Chromium.quiet());
    flags.add("--log-net-log=" + requests.file());
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Chromium.program())
                    .setArgs(flags));
  }

  /// Someone new with a desktop screen, who reads Chinese.
  Visitor visitor(URI address) {
    return visitor(address, "zh-CN", 1280, 800);
  }

  /// Someone new: nothing is remembered of anyone before.
  Visitor visitor(URI address, String locale, int width, int height) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(locale)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, height)
                .setBaseURL(address.toString()));
    contexts.add(context);
    return new Visitor(context.newPage());
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    photograph(context.getRequiredTestMethod().getName());
    throw failure;
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    photograph(context.getRequiredTestClass().getSimpleName());
    throw failure;
  }

  private void photograph(String name) {
    List<Page> pages = contexts.stream().flatMap(each -> each.pages().stream()).toList();
    for (int i = 0; i < pages.size(); i++) {
      Path file = PICTURES.resolve("%s-%d.png".formatted(name, i + 1));
      pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(file));
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (chromium == null) {
      return;
    }
    chromium.close();
    playwright.close();
    requests.assertNoneLeftTheHost();
  }
}
