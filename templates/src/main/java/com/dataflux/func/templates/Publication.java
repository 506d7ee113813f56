package com.dataflux.func.templates;

/// A port of a container, `target`, reached from outside the host as `published`.
record Publication(Port published, int target, PublishMode mode) {

  public boolean isMesh() {
    return mode == PublishMode.INGRESS;
  }
}
