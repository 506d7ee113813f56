package com.dataflux.func.templates;

import com.dataflux.func.platform.ProblemKind;

/// A TCP port, 1 to 65535.
public record Port(int number) {
  /// Where the web pages are when nobody says otherwise.
  public static final Port WEB = new Port(8088);

  /// Where MQTT brokers listen.
  public static final Port MQTT = new Port(1883);

  public Port {
    if (number < 1 || number > 65535) {
      throw ProblemKind.USAGE.exception(
          number + " is not a port", "ports are numbers from 1 to 65535", "Give another port.");
    }
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
