package com.dataflux.func.healthcheck.site;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// The network as this host's kernel has it.
public final class KernelNetwork implements HostNetwork {
  private static final int PATIENCE_MILLIS = 1500;
  private static final Duration PING = Duration.ofSeconds(2);

  private final HostFiles files;
  private final CommandRunner commands;
  private final Patience patience;

  public KernelNetwork(HostFiles files, CommandRunner commands, Patience patience) {
    this.files = files;
    this.commands = commands;
    this.patience = patience;
  }

  @Override
  public List<Card> cards() {
    try {
      List<Card> cards = new ArrayList<>();
      for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        cards.add(new Card(card.getName(), card.isUp(), card.getMTU(), addresses(card)));
      }
      return cards;
    } catch (SocketException e) {
      throw new Unavailable("the kernel does not list its network cards: " + e.getMessage(), e);
    }
  }

  private static List<String> addresses(NetworkInterface card) {
    return card.getInterfaceAddresses().stream()
        .filter(address -> !address.getAddress().isLinkLocalAddress())
        .map(
            address ->
                address.getAddress().getHostAddress().replaceFirst("%.*", "")
                    + "/"
                    + address.getNetworkPrefixLength())
        .toList();
  }

  @Override
  public Outlook outlook(Questions questions) {
    // Not closed but abandoned: a thread may hang in the resolver, which nothing interrupts.
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      Map<String, Future<Boolean>> servers = ask(threads, NameServer.of(files), this::answers);
      Map<String, Future<Boolean>> names = ask(threads, questions.names(), KernelNetwork::isKnown);
      Map<String, Future<Reach>> endpoints = ask(threads, questions.endpoints(), this::connect);
      Map<String, Future<Reach>> targets = ask(threads, questions.targets(), this::target);
      return new Outlook(
          results(servers, false),
          results(names, false),
          results(endpoints, Reach.SILENT),
          results(targets, Reach.SILENT));
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean answers(String server) {
    return NameServer.answers(server, patience.millis(PATIENCE_MILLIS));
  }

  private static boolean isKnown(String name) {
    return !new InetSocketAddress(name, 0).isUnresolved();
  }

  private Reach connect(String endpoint) {
    int colon = endpoint.lastIndexOf(':');
    return connect(endpoint.substring(0, colon), Integer.parseInt(endpoint.substring(colon + 1)));
  }

  private Reach connect(String host, int port) {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      return Reach.UNKNOWN_NAME;
    }
    try (Socket socket = new Socket()) {
      socket.connect(address, patience.millis(PATIENCE_MILLIS));
      return Reach.REACHED;
    } catch (NoRouteToHostException e) {
      return Reach.NO_ROUTE;
    } catch (ConnectException e) {
      return Reach.REFUSED;
    } catch (SocketTimeoutException e) {
      return Reach.SILENT;
    } catch (IOException e) {
      return Reach.NO_ROUTE;
    }
  }

  private Reach target(String target) {
    if (target.contains("://")) {
      URI address = URI.create(target);
      int usual = "https".equals(address.getScheme()) ? 443 : 80;
      return connect(address.getHost(), address.getPort() < 0 ? usual : address.getPort());
    }
    if (target.matches("[^:]+:\\d+")) {
      return connect(target);
    }
    if (!isKnown(target)) {
      return Reach.UNKNOWN_NAME;
    }
    long seconds = patience.of(PING).toSeconds();
    try {
      return commands
              .run(
                  Command.of("ping", "-c1", "-W" + seconds, target)
                      .within(patience.of(PING).plusSeconds(1)))
              .succeeded()
          ? Reach.REACHED
          : Reach.SILENT;
    } catch (ProblemException e) {
      return connect(target, 80);
    }
  }

  private static <T> Map<String, Future<T>> ask(
      ExecutorService threads, List<String> items, Function<String, T> question) {
    Map<String, Future<T>> asked = new LinkedHashMap<>();
    items.forEach(item -> asked.put(item, threads.submit(() -> question.apply(item))));
    return asked;
  }

  private <T> Map<String, T> results(Map<String, Future<T>> asked, T otherwise) {
    int limit = patience.millis(PATIENCE_MILLIS + 500);
    Map<String, T> results = new LinkedHashMap<>();
    asked.forEach(
        (item, future) -> {
          try {
            results.put(item, future.get(limit, TimeUnit.MILLISECONDS));
          } catch (ExecutionException | TimeoutException e) {
            results.put(item, otherwise);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            results.put(item, otherwise);
          }
        });
    return results;
  }
}
