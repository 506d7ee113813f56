package com.dataflux.func.runtime.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dataflux.func.runtime.config.RedisSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/// Listens on channels for as long as it is open: a lost connection is made again. Someone must say
/// something on a channel every second or two, or the connection is taken for dead.
final class RedisEar implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RedisEar.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(100);

  /// What an ear hears. Both methods are called on its one thread.
  interface Listener {
    /// An empty message is a sign of life.
    void heard(String channel, byte[] message);

    /// Listening has begun, or begun again after messages may have been missed.
    void listening(boolean again);
  }

  private final RedisSettings settings;
  private final byte[][] channels;
  private final Listener listener;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable Jedis client;
  private boolean hasListened;

  RedisEar(RedisSettings settings, List<String> channels, Listener listener) {
    this.settings = settings;
    this.channels =
        channels.stream().map(channel -> channel.getBytes(UTF_8)).toArray(byte[][]::new);
    this.listener = listener;
    thread = Thread.ofPlatform().name("redis-ear").daemon().start(this::work);
  }

  /// Waits until the first connection listens; false where it does not in time.
  boolean awaitReady(Duration patience) {
    try {
      return ready.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void work() {
    while (!closed) {
      try (Jedis jedis = RedisConnections.openClient(settings)) {
        client = jedis;
        jedis.connect();
        int timeout = jedis.getConnection().getSoTimeout();
        Subscription subscription = new Subscription();
        subscription.listen(jedis, timeout);
      } catch (JedisException e) {
        if (!closed) {
          LOG.log(Level.FINE, "the connection that listens was lost", e);
        }
      } catch (RuntimeException e) {
        LOG.log(Level.SEVERE, "a message could not be handled", e);
      }
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    Jedis jedis = client;
    if (jedis != null) {
      try {
        jedis.getConnection().forceDisconnect();
      } catch (java.io.IOException | JedisException e) {
        LOG.log(Level.FINE, "the connection was gone already", e);
      }
    }
    thread.interrupt();
  }

  private final class Subscription extends BinaryJedisPubSub {
    private int subscribed;
    private @Nullable Jedis jedis;
    private int timeout;

    void listen(Jedis on, int timeoutMillis) {
      jedis = on;
      timeout = timeoutMillis;
      on.subscribe(this, channels);
    }

    @Override
    public void onSubscribe(byte[] channel, int count) {
      subscribed++;
      if (subscribed == channels.length) {
        if (jedis != null) {
          jedis.getConnection().setSoTimeout(timeout);
        }
        listener.listening(hasListened);
        hasListened = true;
        ready.countDown();
      }
    }

    @Override
    public void onMessage(byte[] channel, byte[] message) {
      String name = Arrays.equals(channel, channels[0]) ? "" : new String(channel, UTF_8);
      listener.heard(name, message);
    }
  }
}
