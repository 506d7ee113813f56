package com.dataflux.func.testbed.pages;

import com.dataflux.func.testbed.Chromium;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// Debian's Chromium for the tests of one class, started for the first visitor. A failure leaves a
/// picture of every open page in `target/screenshots`; at the end, a request of any page that was
/// not for a visited host is a failure.
public final class Browser
    implements AfterEachCallback,
        AfterAllCallback,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {
  // Far more than anything takes on an idle machine.
  private static final double PATIENCE_MILLIS = 30_000;
  private static final Path PICTURES = Path.of("target", "screenshots");

  private final List<BrowserContext> contexts = new ArrayList<>();
  private @Nullable Running running;

  private record Running(
      Playwright playwright,
      com.microsoft.playwright.Browser chromium,
      RequestLog requests,
      Set<String> hosts) {
    static Running at(Site site) {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      try {
        RequestLog requests = new RequestLog();
        Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        List<String> flags = new ArrayList<>(Chromium.quiet());
        flags.add("--log-net-log=" + requests.file());
        BrowserType.LaunchOptions options =
            new BrowserType.LaunchOptions()
                .setExecutablePath(Chromium.at(site.desk()))
                .setArgs(flags);
        return new Running(
            playwright, playwright.chromium().launch(options), requests, new HashSet<>());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void end() throws IOException {
      chromium.close();
      playwright.close();
      requests.assertNoneLeft(hosts);
    }
  }

  /// Someone new with a desktop screen, who reads Chinese.
  public Visitor visitor(Site site) {
    return visitor(site, "zh-CN", 1280, 800);
  }

  /// Someone new: nothing is remembered of anyone before. All sit at the same desk.
  public Visitor visitor(Site site, String locale, int width, int height) {
    Running browser = running == null ? Running.at(site) : running;
    running = browser;
    browser.hosts().add(site.host());
    BrowserContext context =
        browser
            .chromium()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setLocale(locale)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(width, height)
                    .setBaseURL(site.address().toString()));
    context.addInitScript(Visitor.COUNT);
    contexts.add(context);
    return new Visitor(context.newPage(), site);
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
    if (running != null) {
      running.end();
    }
    running = null;
  }
}
