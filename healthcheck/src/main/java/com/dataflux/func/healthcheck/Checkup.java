package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Verdict;
import java.time.Duration;

/// What came of one check, and how long it took.
public record Checkup(Check check, Verdict verdict, Duration took) {}
