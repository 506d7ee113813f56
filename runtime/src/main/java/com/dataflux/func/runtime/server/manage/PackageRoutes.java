package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.runtime.server.base.Multipart;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The PIP tool: Python packages in `extra-python-packages`, from an index or an uploaded wheel.
record PackageRoutes(CommandRunner commands, Path packages, Path uploads) {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Pattern REQUIREMENT =
      Pattern.compile(
          "[A-Za-z0-9][A-Za-z0-9._-]*(\\[[A-Za-z0-9,._-]+])?([=<>!~]=?[A-Za-z0-9.*+!_-]+)?");
  private static final Pattern URL = Pattern.compile("https?://[^\\s'\"]+");
  private static final Pattern WHEEL =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*\\.(whl|tar\\.gz)");

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/python-packages/do/list", Access.SIGNED_IN, "List packages", this::list),
        Route.post(
                "/api/v1/python-packages/do/install",
                Access.ADMIN,
                "Install a package",
                this::install)
            .body("{\"data\": {package, indexUrl?}}, or a multipart form with a wheel"),
        Route.post(
                "/api/v1/python-packages/do/uninstall",
                Access.ADMIN,
                "Remove a package",
                this::uninstall)
            .body("{\"data\": {package}}"));
  }

  private Answer list(Call call) throws IOException {
    Files.createDirectories(packages);
    Outcome outcome =
        commands.run(
            Command.of(
                "python3",
                "-m",
                "pip",
                "list",
                "--format=json",
                "--disable-pip-version-check",
                "--path",
                packages.toString()));
    List<ObjectNode> items = new ArrayList<>();
    if (outcome.succeeded()) {
      Json.read(outcome.out())
          .forEach(
              found ->
                  items.add(
                      Json.object()
                          .put("name", found.path("name").asText())
                          .put("version", found.path("version").asText())
                          .put("isExtra", true)));
    }
    return Answer.data(Paging.data(items, items.size()));
  }

  private Answer install(Call call) throws IOException {
    List<String> argv =
        new ArrayList<>(
            List.of(
                "python3",
                "-m",
                "pip",
                "install",
                "--upgrade",
                "--no-input",
                "--disable-pip-version-check",
                "--no-cache-dir",
                "--target",
                packages.toString()));
    if (!call.contentType().startsWith("multipart/form-data")) {
      ObjectNode given = call.part("data");
      String index = given.path("indexUrl").asText("");
      if (!index.isEmpty()) {
        if (!URL.matcher(index).matches()) {
          throw Reason.EClientBadRequest.refusal("The index is not an http or https URL.");
        }
        argv.addAll(List.of("--index-url", index));
      }
      argv.add(requirement(given.path("package").asText()));
      return answer(argv);
    }
    Multipart form = Multipart.receive(call, uploads);
    Path place = Files.createTempDirectory(uploads, "wheel-");
    try {
      for (Multipart.Received file : form.files()) {
        if (!WHEEL.matcher(file.name()).matches()) {
          throw Reason.EClientBadRequest.refusal("A wheel's name ends in .whl or .tar.gz.");
        }
        argv.add(Files.move(file.path(), place.resolve(file.name())).toString());
      }
      argv.add("--no-index");
      return answer(argv);
    } finally {
      form.discard();
      for (Multipart.Received file : form.files()) {
        Files.deleteIfExists(place.resolve(file.name()));
      }
      Files.delete(place);
    }
  }

  private Answer uninstall(Call call) throws IOException {
    String name = requirement(call.part("data").path("package").asText());
    // pip cannot uninstall from a target directory of its own; its record says which files to drop.
    Outcome outcome =
        commands.run(Command.of("python3", "-c", REMOVAL, packages.toRealPath().toString(), name));
    if (!outcome.succeeded()) {
      throw Reason.EClientBadRequest.refusal(outcome.lastLines());
    }
    return Answer.data(Json.object().put("output", outcome.out()));
  }

  private static final String REMOVAL =
      """
      import importlib.metadata, os, sys
      base, name = sys.argv[1:]
      found = [d for d in importlib.metadata.distributions(path=[base])
               if d.metadata['Name'].lower().replace('_', '-') == name.lower().replace('_', '-')]
      if not found:
          sys.exit('%s is not installed here' % name)
      for file in found[0].files or []:
          path = os.path.realpath(found[0].locate_file(file))
          if path.startswith(base + os.sep) and os.path.isfile(path):
              os.remove(path)
              while not os.listdir(os.path.dirname(path)) and os.path.dirname(path) != base:
                  path = os.path.dirname(path)
                  os.rmdir(path)
      print('removed ' + name)
      """;

  private Answer answer(List<String> argv) {
    Outcome outcome = commands.run(Command.of(argv).within(LIMIT));
    if (!outcome.succeeded()) {
      throw Reason.EClientBadRequest.refusal("pip failed: " + outcome.lastLines());
    }
    return Answer.data(Json.object().put("output", outcome.out()));
  }

  private static String requirement(String given) {
    if (!REQUIREMENT.matcher(given).matches()) {
      throw Reason.EClientBadRequest.refusal("\"%s\" is not a package's name.".formatted(given));
    }
    return given;
  }
}
