package com.dataflux.func.installer.command;

import com.dataflux.func.platform.display.Display;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// Asks the operator; without an answer, the answer is no.
final class Question {
  private Question() {}

  static boolean yes(Display display, String question) {
    display.inform(question + " [y/N]");
    return line().strip().matches("(?i)y|yes|是");
  }

  /// The next line of standard input; empty where there is none.
  static String line() {
    try {
      // Not closed: standard input is asked again for the next question.
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1);
      String line = input.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      return "";
    }
  }
}
