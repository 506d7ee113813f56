package com.dataflux.func.platform.engine;

import static java.util.Objects.requireNonNullElse;

import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.platform.image.ImageReference;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.command.RootFS;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The images of an engine.
final class ImageShelf {
  private static final String UNTAGGED = "<none>";

  private final DockerClient client;

  ImageShelf(DockerClient client) {
    this.client = client;
  }

  Optional<EngineImage> find(String nameOrId) {
    try {
      return Optional.of(read(client.inspectImageCmd(nameOrId).exec()));
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  List<EngineImage> all() {
    return client.listImagesCmd().exec().stream()
        .map(Image::getId)
        .distinct()
        .flatMap(id -> find(id).stream())
        .toList();
  }

  private static EngineImage read(InspectImageResponse image) {
    RootFS rootfs = image.getRootFS();
    List<String> layers = rootfs == null ? null : rootfs.getLayers();
    return new EngineImage(
        Digest.parse(String.valueOf(image.getId())),
        references(requireNonNullElse(image.getRepoTags(), List.of())),
        requireNonNullElse(layers, List.<String>of()).stream().map(Digest::parse).toList(),
        requireNonNullElse(image.getSize(), 0L));
  }

  private static Set<ImageReference> references(List<String> tags) {
    return tags.stream()
        .filter(tag -> !tag.contains(UNTAGGED))
        .map(ImageReference::parse)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean pull(ImageReference reference) {
    try {
      client
          .pullImageCmd(reference.repository())
          .withTag(reference.tag())
          .exec(new PullImageResultCallback())
          .awaitCompletion();
      return true;
    } catch (InterruptedException e) {
      throw Interrupted.asProblem(e);
    }
  }

  boolean tag(Digest id, ImageReference reference) {
    client.tagImageCmd(id.toString(), reference.repository(), reference.tag()).exec();
    return true;
  }

  /// Also where a container that has ended was made from it, of which Swarm keeps a few.
  boolean remove(ImageReference reference) {
    try {
      client.removeImageCmd(reference.toString()).withForce(true).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }
}
