package com.dataflux.func.installer.command;

import picocli.CommandLine.Command;

/// What is about bundles: it only knows its sub-commands.
@Command(name = "bundle", description = "Builds, inspects and verifies bundles.")
final class BundleCommand {}
