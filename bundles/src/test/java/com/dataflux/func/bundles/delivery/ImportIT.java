package com.dataflux.func.bundles.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.bundles.oci.DirectoryContents;
import com.dataflux.func.bundles.oci.ImageSource;
import com.dataflux.func.bundles.oci.OciLayout;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.platform.engine.DockerEngine;
import com.dataflux.func.testbed.EngineVersion;
import com.dataflux.func.testbed.RealEngine;
import com.dataflux.func.testbed.SampleImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The import into real engines, of images as large as real ones.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ImportIT {

  /// Of the images of a bundle on every engine, where `bench/import-images` asks for it. Seconds
  /// are for an idle machine to measure; processor time holds beside other work.
  @Test
  void takesLessWorkThanDockerLoad() throws IOException {
    String given = System.getProperty("bench.layout", "");
    Path layout = given.isEmpty() ? SampleImages.layout() : Path.of(given);
    System.out.println(ImportBench.HEADING);
    for (EngineVersion version :
        given.isEmpty() ? EnumSet.of(EngineVersion.V20_10) : EnumSet.allOf(EngineVersion.class)) {
      ImportBench measured = ImportBench.measure(layout, version);
      System.out.println(measured.row());
      assertThat(measured.bytesAgain()).isZero();
      assertThat(measured.first().work()).isLessThan(measured.load().work());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V26_1", "V28_5"})
  void newerEnginesTakeTheSameImages(EngineVersion version) throws IOException {
    try (RealEngine real = RealEngine.start(version);
        DockerEngine engine = real.connect();
        ImageSource source =
            new OciLayout(new DirectoryContents(SampleImages.layout()), "", "amd64")) {
      ImageDelivery delivery = new ImageDelivery(engine);
      try (Activity activity = new RecordingDisplay().begin("import")) {
        assertThat(delivery.deliver(source, source.images(), activity).imagesSent()).isEqualTo(4);
        assertThat(delivery.deliver(source, source.images(), activity).bytesSent()).isZero();
      }
      assertThat(engine.images()).hasSize(4);
    }
  }
}
