package com.dataflux.func.runtime.worker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Published code kept until something is published anew. Its generation tells processes when to
/// forget what they have loaded.
final class ScriptShelf {
  private record Shelf(long generation, Map<String, Optional<String>> codes) {}

  private final ScriptSource source;
  private final AtomicLong generations = new AtomicLong();
  private volatile Shelf shelf = new Shelf(0, new ConcurrentHashMap<>());

  ScriptShelf(ScriptSource source) {
    this.source = source;
  }

  long generation() {
    return shelf.generation;
  }

  void changed() {
    shelf = new Shelf(generations.incrementAndGet(), new ConcurrentHashMap<>());
  }

  Optional<String> published(String scriptId) {
    return shelf.codes.computeIfAbsent(scriptId, source::published);
  }

  Optional<String> draft(String scriptId) {
    return source.draft(scriptId);
  }
}
