package com.dataflux.func.platform.display;

/// A piece of work in progress, part of a tree. It ends as done when closed, unless it was said to
/// be skipped; a part that an exception leaves open is shown as stopped.
public interface Activity extends AutoCloseable {

  /// A part of this work.
  Activity begin(String title);

  /// How much there is to do, in bytes; 0 where it is not known.
  void expect(long bytes);

  /// How much more is done, in bytes.
  void advance(long bytes);

  /// What came out, in a few words, shown when the work ends.
  void note(String result);

  /// There was nothing to do, and why.
  void skip(String reason);

  /// The work is whole. Without this call, closing shows it as stopped.
  void done();

  @Override
  void close();
}
