package com.dataflux.func.healthcheck.site;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A name server, asked one question to learn whether it answers at all.
final class NameServer {
  private static final int PORT = 53;
  private static final int SERVER_FAILED = 2;

  private NameServer() {}

  /// Those that the host is configured with.
  static List<String> of(HostFiles files) {
    return files.lines("/etc/resolv.conf").stream()
        .filter(line -> line.startsWith("nameserver"))
        .map(line -> line.split("\\s+", -1)[1])
        .distinct()
        .toList();
  }

  /// The question is about a name that does not exist; a refusal is an answer too.
  static boolean answers(String server, int patienceMillis) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(patienceMillis);
      socket.connect(new InetSocketAddress(server, PORT));
      byte[] question = question("doctor", "dataflux-func", "invalid");
      socket.send(new DatagramPacket(question, question.length));
      DatagramPacket answer = new DatagramPacket(new byte[512], 512);
      socket.receive(answer);
      return answer.getLength() > 3 && (answer.getData()[3] & 0x0f) != SERVER_FAILED;
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] question(String... labels) {
    ByteBuffer packet = ByteBuffer.allocate(512);
    packet.putShort((short) 0x4446).putShort((short) 0x0100).putShort((short) 1);
    packet.putShort((short) 0).putInt(0);
    for (String label : labels) {
      packet.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
    }
    packet.put((byte) 0).putShort((short) 1).putShort((short) 1);
    return Arrays.copyOf(packet.array(), packet.position());
  }
}
