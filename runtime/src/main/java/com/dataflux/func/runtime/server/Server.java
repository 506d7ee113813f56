package com.dataflux.func.runtime.server;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.runtime.config.DataDirectory;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.config.SettingsReader;
import com.dataflux.func.runtime.server.auth.DatabaseGate;
import com.dataflux.func.runtime.server.auth.Sessions;
import com.dataflux.func.runtime.server.auth.Users;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Gate;
import com.dataflux.func.runtime.server.http.Listener;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.server.http.RouteTable;
import com.dataflux.func.runtime.server.setup.SetupRoutes;
import com.dataflux.func.runtime.store.Database;
import com.dataflux.func.runtime.store.DatabaseFault;
import com.dataflux.func.runtime.store.Samples;
import com.dataflux.func.runtime.store.Schema;
import com.dataflux.func.runtime.store.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The process behind the web port. It listens at once; the routes that need databases follow when
/// these answer and their tables are there.
public final class Server implements AutoCloseable, SetupRoutes.Place {
  private static final Logger LOG = Logger.getLogger(Server.class.getName());
  private static final Duration RETRY = Duration.ofMillis(500);
  private static final String UNREACHED = "The database cannot be used yet: ";
  private static final Duration SETUP_PATIENCE = Duration.ofSeconds(60);

  private final DataDirectory data;
  private final Map<String, String> environment;
  private final StaticPages pages;
  private final Listener listener;
  private volatile Settings settings;
  private volatile @Nullable Services services;
  private volatile boolean closing;

  /// @param web directory of the built pages
  public Server(DataDirectory data, Map<String, String> environment, Path web) {
    this.data = data;
    this.environment = environment;
    this.settings = SettingsReader.read(data, environment);
    this.pages = new StaticPages(web.toAbsolutePath().normalize());
    List<Route> first = new ArrayList<>(PingRoutes.routes(this::isReachable));
    first.addAll(new SetupRoutes(data, this).routes());
    this.listener =
        new Listener(
            settings.web(), new Listener.Site(new RouteTable(first), false, Gate.CLOSED, pages));
  }

  /// Listens, and connects to the databases in the background.
  public void start() {
    listener.start();
    Thread.ofPlatform().name("connect").daemon().start(this::connect);
  }

  public int port() {
    return listener.port();
  }

  private void connect() {
    String told = "";
    while (!closing) {
      Level level = Level.WARNING;
      String obstacle = "Setup is to give the databases' addresses; waiting for it.";
      try {
        settings = SettingsReader.read(data, environment);
        if (settings.isComplete()) {
          obstacle = UNREACHED;
          Database.connect(settings.mysql()).close();
          obstacle = "The tables cannot be used yet: ";
          if (told.startsWith(UNREACHED)) {
            LOG.warning("The database answers.");
          }
          open(settings);
          return;
        }
      } catch (ProblemException e) {
        level = Level.SEVERE;
        obstacle = "%s: %s".formatted(e.problem().what(), e.problem().why());
      } catch (SQLException e) {
        obstacle += DatabaseFault.words(e);
      } catch (IOException | RuntimeException e) {
        obstacle = "The server cannot work yet: " + e.getMessage();
      }
      if (!obstacle.equals(told)) {
        LOG.log(level, obstacle);
        told = obstacle;
      }
      try {
        Thread.sleep(RETRY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void open(Settings complete) throws SQLException, IOException {
    Files.createDirectories(data.uploads());
    Files.createDirectories(data.pythonPackages());
    Services opened = Connections.open(complete, data);
    try {
      int upgrades = new Schema(opened.database().dataSource()).upgrade();
      if (upgrades > 0) {
        LOG.info("Carried out %d upgrades of the tables.".formatted(upgrades));
      }
      Samples samples = new Samples(opened.database().jdbi(), opened.vault());
      samples.addIfEmpty();
      samples.addBroker(complete.custom());
    } catch (SQLException | RuntimeException e) {
      Connections.close(opened);
      throw e;
    }
    Sessions sessions =
        new Sessions(opened.redis(), opened.rows(Tables.USERS), complete.web().session());
    List<Route> all = new ArrayList<>(PingRoutes.routes(this::isReachable));
    all.addAll(new SetupRoutes(data, this).routes());
    all.addAll(Routes.of(opened, sessions));
    RouteTable table = new RouteTable(OpenApi.withDocument(all));
    services = opened;
    listener.exchange(new Listener.Site(table, true, new DatabaseGate(opened, sessions), pages));
    LOG.info("The server is ready.");
    // Gives back what starting took: a server that idles collects no garbage by itself.
    System.gc();
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public boolean isReady() {
    return services != null;
  }

  private boolean isReachable() {
    return isReady() || !settings.isComplete();
  }

  @Override
  public void becomeReady() throws InterruptedException {
    long end = System.nanoTime() + SETUP_PATIENCE.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > end) {
        throw Reason.EUnavailable.refusal(
            "The databases did not become ready in time; the server's log says why.");
      }
      Thread.sleep(Duration.ofMillis(100));
    }
  }

  @Override
  public Users users() {
    Services opened = services;
    if (opened == null) {
      throw Refusal.awaitingDatabases();
    }
    return new Users(opened.rows(Tables.USERS));
  }

  @Override
  public void close() {
    closing = true;
    listener.close();
    Services opened = services;
    if (opened != null) {
      Connections.close(opened);
    }
  }
}
