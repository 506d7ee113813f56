package com.dataflux.func.runtime.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Some rows of a list, and how many there are in all.
public record Page(List<ObjectNode> items, long totalCount) {}
