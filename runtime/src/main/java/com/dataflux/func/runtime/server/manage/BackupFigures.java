package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.backup.BackupReport;
import com.dataflux.func.backup.RunStatus;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.DumpRecord;
import com.dataflux.func.runtime.config.BackupSettings;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// The dumps of the database as the overview and Prometheus show them.
record BackupFigures(BackupReport report) {
  static BackupFigures of(BackupSettings settings) {
    return new BackupFigures(BackupReport.of(new DumpDirectory(settings.directory())));
  }

  ObjectNode json() {
    ObjectNode data =
        Json.object()
            .put("dumps", report.dumps())
            .put("bytes", report.bytes())
            .put("ok", BackupReport.isWell(report.dumping()))
            .put("failure", report.dumping().flatMap(RunStatus::failure).orElse(""))
            .put("trialOk", BackupReport.isWell(report.trial()))
            .put("trialFailure", report.trial().flatMap(RunStatus::failure).orElse(""));
    report.trial().ifPresent(trial -> data.put("trialTime", trial.tried().toString()));
    report
        .last()
        .ifPresent(
            dump -> {
              ObjectNode last = data.putObject("last");
              last.put("name", dump.name().toString()).put("bytes", dump.bytes());
              dump.record().ifPresent(known -> describe(known, last));
            });
    return data;
  }

  private static void describe(DumpRecord known, ObjectNode last) {
    last.put("state", known.state().toString())
        .put("time", known.begun().toString())
        .put("milliseconds", known.took().toMillis())
        .put("rows", known.content().rows());
  }

  /// Gauges by name; those of the last dump only where there is one.
  Map<String, Long> gauges() {
    Map<String, Long> gauges = new LinkedHashMap<>();
    gauges.put("backup_ok", BackupReport.isWell(report.dumping()) ? 1L : 0L);
    gauges.put("backup_trial_ok", BackupReport.isWell(report.trial()) ? 1L : 0L);
    gauges.put("backup_dumps", (long) report.dumps());
    gauges.put("backup_bytes", report.bytes());
    report
        .last()
        .flatMap(dump -> dump.record())
        .ifPresent(
            known -> {
              Duration age = Duration.between(known.begun(), Instant.now());
              gauges.put("backup_last_age_seconds", age.toSeconds());
              gauges.put("backup_last_duration_milliseconds", known.took().toMillis());
            });
    return gauges;
  }
}
