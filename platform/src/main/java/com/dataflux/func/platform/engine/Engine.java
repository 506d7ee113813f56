package com.dataflux.func.platform.engine;

import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.platform.image.ImageReference;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is needed of a Docker engine. [DockerEngine] is the real one, [InMemoryEngine] the one for
/// tests. Every method throws a [com.dataflux.func.platform.ProblemException] of kind
/// `ENGINE_FAILED` where the engine does not answer or answers with an error, unless it names
/// another kind.
public interface Engine extends AutoCloseable {

  /// Version, storage and security of the engine.
  EngineFacts facts();

  /// Whether the engine is part of a Swarm, and in which role.
  SwarmState swarm();

  /// Makes this engine the manager of a new Swarm of one node.
  ///
  /// @param advertise an address of this host, or the name of a network card
  /// @throws com.dataflux.func.platform.ProblemException of kind `SWARM_FAILED`
  void initialiseSwarm(String advertise);

  Optional<EngineImage> image(ImageReference reference);

  Optional<EngineImage> image(Digest id);

  /// Every image, without the layers that only a build made.
  List<EngineImage> images();

  /// Reads an archive as `docker save` writes it, to its end. A layer that the engine has may be
  /// absent from the archive.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `IMPORT_FAILED` where the engine
  ///   refuses the archive
  void load(InputStream archive);

  /// Lets the engine pull an image from the registry that its reference names.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `IMPORT_FAILED`
  void pull(ImageReference reference);

  /// Gives an image that the engine has another name.
  void tag(Digest id, ImageReference reference);

  /// Takes a name from an image, and the image away with its last name. Nothing happens where there
  /// is no such image.
  void removeImage(ImageReference reference);

  /// The services of a stack, in order of their names.
  List<StackService> services(String stack);

  /// The tasks of a stack, those that ended included, newest first.
  List<StackTask> tasks(String stack);

  /// The containers of a stack on this host, those that ended included.
  List<StackContainer> containers(String stack);

  /// The end of what a container printed, both streams in order; nothing of one that was removed.
  List<String> lastLines(String containerId, int count);

  /// Names of the networks.
  Set<String> networks();

  /// Runs a program in a running container, to its end.
  ExecOutcome exec(String containerId, List<String> argv);

  @Override
  void close();
}
