package com.dataflux.func.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.engine.DockerEngine;
import com.dataflux.func.platform.engine.EngineFacts;
import com.dataflux.func.platform.engine.ImageStore;
import com.dataflux.func.platform.engine.SwarmState;
import com.dataflux.func.platform.image.ImageReference;
import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the port says of engines from three Debian releases.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RealEngineIT {

  @ParameterizedTest
  @EnumSource
  void describesItselfAndEntersASwarm(EngineVersion version) {
    try (RealEngine real = RealEngine.start(version);
        DockerEngine engine = real.connect()) {
      EngineFacts facts = engine.facts();
      System.out.println(facts);
      assertThat(facts.version()).startsWith(version.number());
      assertThat(facts.storageDriver()).isEqualTo("overlay2");
      assertThat(facts.imageStore()).isEqualTo(ImageStore.GRAPH_DRIVER);
      assertThat(facts.architecture()).isEqualTo("x86_64");
      assertThat(facts.rootless()).isFalse();
      assertThat(engine.images()).isEmpty();
      assertThat(engine.image(ImageReference.parse("nothing:1"))).isEmpty();
      assertThat(engine.swarm()).isInstanceOf(SwarmState.Inactive.class);
      engine.initialiseSwarm("127.0.0.1");
      assertThat(engine.swarm())
          .isInstanceOfSatisfying(
              SwarmState.Manager.class, m -> assertThat(m.nodes()).isEqualTo(1));
      assertThat(engine.networks()).contains("bridge", "ingress");
      assertThat(engine.services("dataflux-func")).isEmpty();
      assertThat(engine.tasks("dataflux-func")).isEmpty();
      assertThat(engine.containers("dataflux-func")).isEmpty();
      assertThatThrownBy(() -> engine.load(new ByteArrayInputStream(new byte[2048])))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.IMPORT_FAILED));
    }
  }
}
