package com.dataflux.func.backup;

import com.dataflux.func.platform.display.Activity;

/// Work of a service, which nobody looks at while it runs.
public final class Unwatched implements Activity {
  @Override
  public Activity begin(String title) {
    return new Unwatched();
  }

  @Override
  public void expect(long bytes) {}

  @Override
  public void advance(long bytes) {}

  @Override
  public void note(String result) {}

  @Override
  public void skip(String reason) {}

  @Override
  public void done() {}

  @Override
  public void close() {}
}
