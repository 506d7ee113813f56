package com.dataflux.func.backup;

import java.util.Set;

/// What is changed of a dump, and left out of it, as it is loaded.
///
/// @param keepsDefiners whether views, routines, triggers and events stay those of the account that
///   made them, or become those of the account that loads them
/// @param older whether the server is one before 8.0
/// @param present tables that are there already, as the dump has them
record LoadRules(boolean keepsDefiners, boolean older, Set<String> present) {

  LoadRules(boolean keepsDefiners, boolean older) {
    this(keepsDefiners, older, Set.of());
  }
}
