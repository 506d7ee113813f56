package com.dataflux.func.testbed;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.engine.DockerEngine;
import com.dataflux.func.platform.process.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A real Docker engine without images, in a root file system and a network of its own, whose
/// socket the build machine can reach.
public final class RealEngine implements AutoCloseable {
  private static final String ENTER =
      """
      root=$1; home=$2
      mount --make-rprivate / && mount -t overlay overlay -o "lowerdir=$root,upperdir=$home/upper,workdir=$home/work" "$home/root" &&
      cd "$home/root" && mount -t proc proc proc && mount -t sysfs sys sys && mount --rbind /sys/fs/cgroup sys/fs/cgroup &&
      mount --rbind /dev dev && mount -t tmpfs tmpfs run && mkdir -p var/lib/docker mnt/home mnt/old &&
      mount --bind "$home/docker" var/lib/docker && mount --bind "$home" mnt/home && ip link set lo up &&
      pivot_root . mnt/old && cd / && umount -l /mnt/old || exit 120
      exec env PATH=/usr/sbin:/usr/bin:/sbin:/bin dockerd -H unix:///mnt/home/docker.sock \\
        --data-root /var/lib/docker --exec-root /run/docker --pidfile /run/docker.pid
      """;

  private final Path home;
  private final Process outer;
  private final long daemon;

  private RealEngine(EngineVersion version, String disk) {
    BuildMachine.needs("iproute2");
    this.home = Leftovers.directory("engine");
    try {
      for (String part : List.of("root", "upper", "work", "docker")) {
        Files.createDirectory(home.resolve(part));
      }
      if (!disk.isEmpty()) {
        HostDisks.small(home.resolve("docker.img"), disk, home.resolve("docker"));
      }
      List<String> argv =
          List.of(
              "setsid",
              "unshare",
              "--mount",
              "--net",
              "--pid",
              "--fork",
              "--kill-child",
              "sh",
              "-c",
              ENTER,
              "enter",
              version.root().directory().toString(),
              home.toString());
      outer =
          new ProcessBuilder(argv)
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("dockerd.log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Leftovers.process(outer.toHandle());
    Waiting.until("the engine answers", () -> answering() ? Boolean.TRUE : null);
    daemon = outer.children().findFirst().orElseThrow().pid();
  }

  /// Starts one and waits until it answers.
  public static RealEngine start(EngineVersion version) {
    return new RealEngine(version, "");
  }

  /// Starts one on a disk of its own, on which nothing was ever deleted: ext4 looks long for the
  /// place of a new file where many have just gone.
  ///
  /// @param disk size as `truncate` takes it, such as `4G`
  public static RealEngine startOnFreshDisk(EngineVersion version, String disk) {
    return new RealEngine(version, disk);
  }

  private boolean answering() {
    if (!outer.isAlive()) {
      throw new IllegalStateException(
          "dockerd ended: " + Programs.outcome(List.of("tail", "-n", "5", log())).out());
    }
    try (DockerEngine engine = connect()) {
      return !engine.facts().version().isEmpty();
    } catch (ProblemException e) {
      return false;
    }
  }

  private String log() {
    return home.resolve("dockerd.log").toString();
  }

  public DockerEngine connect() {
    return DockerEngine.connect(socket());
  }

  public Path socket() {
    return home.resolve("docker.sock");
  }

  /// Runs this engine's own `docker` with the given standard input.
  ///
  /// @param input a file of the build machine; nothing where null
  public Outcome docker(@Nullable Path input, String... arguments) {
    List<String> argv = new ArrayList<>();
    argv.addAll(List.of("sh", "-c", "i=$1; shift; exec \"$@\" <\"$i\"", "docker"));
    argv.add(input == null ? "/dev/null" : input.toString());
    argv.addAll(List.of("nsenter", "-t", Long.toString(daemon), "-m", "--"));
    argv.addAll(List.of("docker", "-H", "unix:///mnt/home/docker.sock"));
    argv.addAll(List.of(arguments));
    return Programs.outcome(argv);
  }

  /// Writes an image as `docker save | gzip` does.
  public void save(String reference, Path file) {
    Programs.run(
        "sh",
        "-c",
        "nsenter -t $1 -m -- docker -H unix:///mnt/home/docker.sock save $2 | gzip > $3",
        "save",
        Long.toString(daemon),
        reference,
        file.toString());
  }

  /// Processor time of the engine and of the programs that it has run, in seconds.
  public double work() {
    String[] fields = Programs.run("cat", "/proc/%d/stat".formatted(daemon)).split(" ", -1);
    // Of itself and of its children, in the kernel and out of it.
    return IntStream.rangeClosed(13, 16).mapToLong(i -> Long.parseLong(fields[i])).sum() / 100.0;
  }

  /// What to put before a command so that it shares the engine's network, and its loopback with it.
  public List<String> network() {
    return List.of("nsenter", "-t", Long.toString(daemon), "-n");
  }

  @Override
  public void close() {
    outer.destroy();
    ProcessHandle.of(daemon).ifPresent(ProcessHandle::destroy);
    outer.onExit().orTimeout(20, TimeUnit.SECONDS).handle((p, e) -> p).join();
    outer.destroyForcibly();
    Programs.outcome(List.of("umount", "-q", home.resolve("docker").toString()));
    Programs.outcome(List.of("rm", "-rf", "--one-file-system", home.toString()));
  }
}
