package com.dataflux.func.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The arrows between the modules, and the few places that may know a library.
class ArrowsTest {
  private static final String HOUSE = "com.dataflux.func.";

  private static final List<String> MODULES =
      List.of("platform", "bundles", "templates", "healthcheck", "backup", "runtime", "installer");

  private static JavaClasses house;

  @BeforeAll
  static void readTheCompiledModules() {
    Path root = Path.of(System.getProperty("project.root"));
    List<Path> compiled =
        MODULES.stream().map(module -> root.resolve(module).resolve("target/classes")).toList();
    assertThat(compiled).allMatch(Files::isDirectory);
    house = new ClassFileImporter().importPaths(compiled);
  }

  @Test
  void platformKnowsNoOtherModule() {
    knowsNone("platform", "testbed", "bundles", "templates", "healthcheck", "backup");
  }

  @Test
  void theMiddleModulesKnowPlatformAlone() {
    List<String> middle = List.of("bundles", "templates", "healthcheck", "backup");
    for (String module : middle) {
      knowsNone(
          module, middle.stream().filter(other -> !other.equals(module)).toArray(String[]::new));
    }
  }

  @Test
  void runtimeKnowsNoInstallerBundlesOrTemplates() {
    knowsNone("runtime", "bundles", "templates");
  }

  @Test
  void nothingImportsInstallerOrRuntime() {
    for (String module : MODULES) {
      for (String top : List.of("installer", "runtime")) {
        if (!module.equals(top)) {
          knowsNone(module, top);
        }
      }
    }
  }

  @Test
  void picocliIsKnownInTheCommandPackageAndInRuntimesEntryAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOUSE + "installer.command..")
        .and()
        .resideOutsideOfPackage(HOUSE + "runtime")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(house);
  }

  @Test
  void dockerJavaIsKnownInTheEnginePackageAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOUSE + "platform.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.dockerjava..")
        .check(house);
  }

  @Test
  void packagesOfAModuleHaveNoCycles() {
    for (String module : MODULES) {
      slices()
          .matching(HOUSE + module + ".(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .check(house);
    }
  }

  private static void knowsNone(String module, String... others) {
    String[] packages = Stream.of(others).map(other -> HOUSE + other + "..").toArray(String[]::new);
    noClasses()
        .that(resideInAPackage(HOUSE + module + ".."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages))
        .allowEmptyShould(true)
        .check(house);
  }
}
