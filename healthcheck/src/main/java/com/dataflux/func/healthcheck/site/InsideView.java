package com.dataflux.func.healthcheck.site;

import java.util.Optional;

/// Everything a worker sees, gathered at one go.
///
/// @param mysql empty where no database is configured yet
/// @param redis empty where none is configured yet
/// @param mqttCode what the broker answered: 0 for a welcome, its refusal otherwise; empty without
///   an answer or without a broker
public record InsideView(
    Outlook outlook,
    Optional<MysqlView> mysql,
    Optional<RedisView> redis,
    Optional<Integer> mqttCode) {}
