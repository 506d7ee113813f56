package com.dataflux.func.templates;

import java.nio.file.Path;

/// A directory of the host, `source`, seen by a container as `target`.
record Mount(Path source, String target) {}
