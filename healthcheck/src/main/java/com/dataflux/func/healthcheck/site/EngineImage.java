package com.dataflux.func.healthcheck.site;

import java.util.List;

/// An image that the engine holds.
///
/// @param id digest of its configuration, with `sha256:`
public record EngineImage(String id, List<String> references) {

  public EngineImage {
    references = List.copyOf(references);
  }
}
