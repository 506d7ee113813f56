package com.dataflux.func.templates;

/// How a port of a service is reached from outside.
public enum PublishMode {
  /// The port of the host is forwarded to the container: needs neither ingress network nor IPVS.
  HOST,
  /// Swarm's routing mesh: any node of the Swarm answers, through the ingress network.
  INGRESS
}
