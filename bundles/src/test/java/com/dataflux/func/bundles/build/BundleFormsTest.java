package com.dataflux.func.bundles.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.bundles.Bundle;
import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.RecordingDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundleFormsTest {
  @TempDir Path work;
  private Path directory = Path.of("");

  @BeforeEach
  void layOutTheParts() throws IOException {
    directory = work.resolve(Bundle.DIRECTORY);
    SampleBundle.writeImages(directory.resolve("images"));
    Files.writeString(directory.resolve("run-portable.sh"), "#!/bin/sh\n");
  }

  @ParameterizedTest
  @EnumSource
  void everyFormCanBeReadAndVerified(BundleLayout layout) throws IOException {
    try (Bundle bundle = Bundle.open(write(layout))) {
      bundle.verify(new RecordingDisplay());
      assertThat(bundle.images())
          .extracting(Image::name)
          .containsExactlyInAnyOrder("mysql", "redis", "dataflux-func");
      assertThat(bundle.files()).contains("run-portable.sh");
    }
  }

  @Test
  void everyFormHoldsTheSameImages() throws IOException {
    List<Image> before;
    try (Bundle bundle =
        Bundle.open(SampleBundle.write(Files.createDirectory(work.resolve("b"))))) {
      before = bundle.images();
    }
    try (Bundle bundle = Bundle.open(write(BundleLayout.CLASSIC))) {
      for (Image image : before) {
        assertThat(bundle.image(image.name()).id()).isEqualTo(image.id());
        assertThat(bundle.image(image.name()).reference()).isEqualTo(image.reference());
      }
    }
  }

  @Test
  void theClassicFormConsistsOfTheFilesThatTheManualLists() throws IOException {
    Path made = write(BundleLayout.CLASSIC);
    try (var files = Files.list(made)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "mysql.tar.gz", "redis.tar.gz", "dataflux-func.tar.gz", "run-portable.sh");
    }
  }

  private Path write(BundleLayout layout) throws IOException {
    try (Activity activity = new RecordingDisplay().begin("Build")) {
      return BundleForms.write(directory, "1.2.3", layout, activity);
    }
  }
}
