package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.LayerArchive;
import com.dataflux.func.bundles.layer.PackedLayer;
import com.dataflux.func.bundles.recipe.ImageSettings;
import com.dataflux.func.platform.display.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the configuration of an image, the same for the same layers and settings.
final class ConfigText {
  private ConfigText() {}

  static String of(ImageSettings settings, List<LayerPlan> plans, List<PackedLayer> layers) {
    String created = Instant.ofEpochMilli(LayerArchive.EPOCH_MILLIS).toString();
    List<Map<String, Object>> history = new ArrayList<>();
    for (LayerPlan plan : plans) {
      Map<String, Object> step = new LinkedHashMap<>();
      step.put("created", created);
      step.put("created_by", plan.title());
      history.add(step);
    }
    Map<String, Object> files = new LinkedHashMap<>();
    files.put("type", "layers");
    files.put("diff_ids", layers.stream().map(each -> each.layer().diffId()).toList());
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("created", created);
    config.put("architecture", "amd64");
    config.put("os", "linux");
    config.put("config", settings.toConfig());
    config.put("rootfs", files);
    config.put("history", history);
    return JsonText.of(config);
  }
}
