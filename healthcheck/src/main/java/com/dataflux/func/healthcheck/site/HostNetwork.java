package com.dataflux.func.healthcheck.site;

import java.util.List;

/// The network as the host sees it.
public interface HostNetwork {

  /// Every card, bridges and loopback included.
  List<Card> cards();

  /// What the host reaches.
  Outlook outlook(Questions questions);
}
