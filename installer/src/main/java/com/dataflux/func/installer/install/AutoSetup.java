package com.dataflux.func.installer.install;

import com.dataflux.func.platform.secret.Secret;

/// The administrator to create without the page.
public record AutoSetup(String username, Secret password) {}
