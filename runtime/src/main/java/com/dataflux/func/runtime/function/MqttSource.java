package com.dataflux.func.runtime.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.UUID;

/// Publishes one message to an MQTT 3.1.1 broker: connect, publish, wait where the quality of
/// service asks for it, leave.
record MqttSource(JsonNode config) {
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int CONNECT = 0x10;
  private static final int PUBLISH = 0x30;
  private static final int DISCONNECT = 0xE0;
  private static final int CLEAN_SESSION = 0x02;
  private static final int HAS_PASSWORD = 0x40;
  private static final int HAS_USER = 0x80;
  private static final int KEEP_ALIVE_SECONDS = 30;

  /// Connects and leaves.
  ///
  /// @throws IOException where the broker is not there or refuses
  void tryOut() throws IOException {
    try (Socket socket = new Socket()) {
      enter(socket);
      send(socket.getOutputStream(), DISCONNECT, new byte[0]);
    }
  }

  /// @param qos 0, or 1 to wait until the broker has it
  void publish(String topic, byte[] message, int qos) throws IOException {
    try (Socket socket = new Socket()) {
      DataInputStream in = enter(socket);
      OutputStream out = socket.getOutputStream();
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      DataOutputStream data = new DataOutputStream(body);
      text(data, topic);
      if (qos > 0) {
        data.writeShort(1);
      }
      data.write(message);
      send(out, PUBLISH | (qos > 0 ? 2 : 0), body.toByteArray());
      if (qos > 0 && in.readNBytes(4).length < 4) {
        throw new IOException("the MQTT broker did not acknowledge the message");
      }
      send(out, DISCONNECT, new byte[0]);
    }
  }

  private DataInputStream enter(Socket socket) throws IOException {
    socket.connect(
        new InetSocketAddress(config.path("host").asText(), config.path("port").asInt(1883)),
        TIMEOUT_MILLIS);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    DataInputStream in = new DataInputStream(socket.getInputStream());
    send(socket.getOutputStream(), CONNECT, connect());
    byte[] acknowledged = in.readNBytes(4);
    if (acknowledged.length < 4 || acknowledged[3] != 0) {
      throw new IOException("the MQTT broker refused the connection");
    }
    return in;
  }

  private byte[] connect() throws IOException {
    String user = config.path("user").asText("");
    String password = config.path("password").asText("");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(body);
    text(data, "MQTT");
    data.writeByte(4);
    data.writeByte(
        CLEAN_SESSION
            | (user.isEmpty() ? 0 : HAS_USER)
            | (user.isEmpty() || password.isEmpty() ? 0 : HAS_PASSWORD));
    data.writeShort(KEEP_ALIVE_SECONDS);
    text(data, "dff-" + UUID.randomUUID().toString().substring(0, 18));
    if (!user.isEmpty()) {
      text(data, user);
      if (!password.isEmpty()) {
        text(data, password);
      }
    }
    return body.toByteArray();
  }

  private static void text(DataOutputStream data, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    data.writeShort(bytes.length);
    data.write(bytes);
  }

  private static void send(OutputStream out, int type, byte[] body) throws IOException {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(type);
    int left = body.length;
    do {
      int digit = left % 128;
      left /= 128;
      packet.write(left > 0 ? digit | 0x80 : digit);
    } while (left > 0);
    packet.write(body);
    out.write(packet.toByteArray());
    out.flush();
  }
}
