package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.DeployedMark;
import com.dataflux.func.installer.stack.Reach;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.installer.stack.StackFile;
import com.dataflux.func.installer.stack.Swarm;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.StackService;
import com.dataflux.func.platform.files.AtomicFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Lets the engine's own client deploy the stack file. What was deployed last is known, so that an
/// unchanged stack is left alone.
final class DeployStack implements Step {
  private final StackClient client;
  private final Supplier<Optional<Engine>> engines;

  DeployStack(StackClient client, Supplier<Optional<Engine>> engines) {
    this.client = client;
    this.engines = engines;
  }

  @Override
  public String title() {
    return "Deploy stack";
  }

  @Override
  public String intent(InstallPlan plan) {
    return StackClient.deployment(plan.dir().stackFile()).line();
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    DeployedMark mark = DeployedMark.ofStack(plan.dir());
    Set<String> wanted = StackFile.services(plan.dir().stackFile());
    Path restartMark = WriteConfiguration.restartMark(plan);
    if (!Files.exists(restartMark) && mark.isCurrent() && images().keySet().equals(wanted)) {
      return new StepResult.Skipped("it is deployed as it stands");
    }
    Map<String, String> before = images();
    client.deploy(plan.dir().stackFile());
    if (Files.exists(restartMark)) {
      restart(plan, before);
      AtomicFile.delete(restartMark);
    }
    mark.write();
    return new StepResult.Done("%d services".formatted(wanted.size()));
  }

  /// The application reads its configuration when it starts; what has another image now starts
  /// anyway.
  private void restart(InstallPlan plan, Map<String, String> before) {
    String application = plan.images().application();
    images()
        .forEach(
            (service, image) -> {
              if (image.equals(application) && image.equals(before.get(service))) {
                client.restart(service);
              }
            });
  }

  /// Service → the image that it is to run.
  private Map<String, String> images() {
    try (Engine engine = Reach.engine(engines)) {
      return engine.services(Swarm.STACK).stream()
          .collect(Collectors.toMap(StackService::name, StackService::image));
    }
  }
}
