package com.dataflux.func.runtime;

import picocli.CommandLine.Command;

/// `admin`: what `admin-tool.py` offers.
@Command(
    name = "admin-tool.py",
    aliases = "admin",
    description = "Emergency maintenance of DataFlux Func.",
    mixinStandardHelpOptions = true,
    subcommands = {ResetAdminCommand.class, ResetSequenceCommand.class, ClearRedisCommand.class})
final class AdminCommand {}
