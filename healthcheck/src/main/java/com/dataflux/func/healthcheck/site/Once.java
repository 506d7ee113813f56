package com.dataflux.func.healthcheck.site;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A fact gathered when it is first asked for, and once only, however many checks ask. That it
/// cannot be had is remembered too.
public final class Once<T> implements Supplier<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Supplier<T> source;
  private volatile @Nullable T value;
  private @Nullable RuntimeException failure;

  public Once(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    lock.lock();
    try {
      if (failure != null) {
        throw failure;
      }
      T known = value;
      if (known == null) {
        known = source.get();
        value = known;
      }
      return known;
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    } finally {
      lock.unlock();
    }
  }

  /// Gathers the fact; that it cannot be had is told to those who ask.
  void attempt() {
    try {
      get();
    } catch (RuntimeException e) {
      // Remembered.
    }
  }

  /// The fact where it is known by now; nothing is gathered.
  public Optional<T> peek() {
    return Optional.ofNullable(value);
  }
}
