package com.dataflux.func.templates;

import com.dataflux.func.platform.secret.Secret;

/// Where a database is and how to sign in, built in or external.
///
/// @param host empty where it is not known yet and given at setup
/// @param user empty for the default user of Redis
/// @param database name of the schema, or number of the Redis database
public record DatabaseConnection(
    String host, Port port, String user, Secret password, String database) {}
