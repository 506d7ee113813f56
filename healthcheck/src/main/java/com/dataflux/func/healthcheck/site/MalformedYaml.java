package com.dataflux.func.healthcheck.site;

/// That a file is not valid YAML, and where; lines and columns count from 1.
public final class MalformedYaml extends RuntimeException {
  private final String file;
  private final int line;
  private final int column;

  MalformedYaml(String file, int line, int column, String problem) {
    super(problem);
    this.file = file;
    this.line = line;
    this.column = column;
  }

  public String file() {
    return file;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }

  public String problem() {
    return String.valueOf(getMessage());
  }
}
