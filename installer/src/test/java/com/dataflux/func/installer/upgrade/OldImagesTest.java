package com.dataflux.func.installer.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.image.ImageReference;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OldImagesTest {
  @Test
  void areThoseOfThisProgramThatNothingGoesBackTo() {
    List<ImageReference> present =
        Stream.of(
                "dataflux-func/dataflux-func:1.0.0-aaaaaaaaaaaa",
                "dataflux-func/dataflux-func:1.1.0-bbbbbbbbbbbb",
                "dataflux-func/mysql:1.0.0-cccccccccccc",
                "nginx:1.27")
            .map(ImageReference::parse)
            .toList();

    assertThat(
            OldImages.among(
                present,
                Set.of(
                    "dataflux-func/dataflux-func:1.1.0-bbbbbbbbbbbb",
                    "dataflux-func/mysql:1.0.0-cccccccccccc")))
        .extracting(ImageReference::toString)
        .containsExactly("dataflux-func/dataflux-func:1.0.0-aaaaaaaaaaaa");
  }
}
