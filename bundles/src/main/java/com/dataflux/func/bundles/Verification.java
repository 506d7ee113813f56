package com.dataflux.func.bundles;

import com.dataflux.func.bundles.oci.Contents;
import com.dataflux.func.bundles.oci.OciLayout;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;

/// Compares every byte with the manifest. Large files come first, so that no processor is left with
/// a large one at the end.
final class Verification {
  private static final int BUFFER = 1 << 20;

  private Verification() {}

  static void of(Contents contents, Manifest manifest, Activity activity) {
    List<FileEntry> files =
        manifest.files().stream()
            .sorted(Comparator.comparingLong(FileEntry::size).reversed())
            .toList();
    long total = files.stream().mapToLong(FileEntry::size).sum();
    activity.expect(total);
    Parallel.each(files, file -> check(contents, file, activity::advance));
    activity.note("%d files, %s".formatted(files.size(), Quantity.bytes(total)));
  }

  /// @param progress told how many more bytes were read
  static void check(Contents contents, FileEntry file, LongConsumer progress) throws IOException {
    MessageDigest sha256 = Digest.algorithm();
    byte[] buffer = new byte[(int) Math.min(BUFFER, file.size() + 1)];
    try (InputStream stream = contents.open(file.name())) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        sha256.update(buffer, 0, n);
        progress.accept(n);
      }
    }
    Digest found = Digest.of(sha256);
    if (!found.equals(file.sha256())) {
      throw damaged(file.name() + " is damaged", "its content is not what the manifest says");
    }
    String blobs = Bundle.IMAGES + OciLayout.BLOBS;
    if (file.name().startsWith(blobs) && !file.name().equals(blobs + found.hex())) {
      throw damaged(file.name() + " is not what its name says", "its digest is " + found);
    }
  }

  private static RuntimeException damaged(String what, String why) {
    return ProblemKind.BUNDLE_DAMAGED.exception(what, why, "Copy or build the bundle again.");
  }
}
