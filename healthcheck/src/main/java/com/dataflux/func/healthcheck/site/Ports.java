package com.dataflux.func.healthcheck.site;

import com.dataflux.func.platform.process.CommandRunner;
import java.time.Clock;

/// The narrow ports to everything outside, each with a real form and a fake.
public record Ports(
    HostFiles files,
    CommandRunner commands,
    HostNetwork network,
    Web web,
    EngineView engine,
    Inside inside,
    Clock clock) {}
