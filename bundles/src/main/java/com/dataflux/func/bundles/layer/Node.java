package com.dataflux.func.bundles.layer;

/// What a path of a layer is. Times are the same for all, so none is kept.
public sealed interface Node {
  /// Permission bits, with set-user-id and the like.
  int mode();

  /// A directory.
  record Directory(int mode, int uid, int gid) implements Node {}

  /// A plain file.
  record File(int mode, int uid, int gid, Content content) implements Node {}

  /// A symbolic link.
  record Link(String target) implements Node {
    @Override
    public int mode() {
      return 0777;
    }
  }
}
