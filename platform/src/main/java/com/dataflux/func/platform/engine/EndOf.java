package com.dataflux.func.platform.engine;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.ResponseItem;
import org.jspecify.annotations.Nullable;

/// Waits for the end of a stream of progress, in which the engine also reports an error: its answer
/// had begun with 200 by then.
final class EndOf<T extends ResponseItem> extends ResultCallback.Adapter<T> {
  private volatile @Nullable String error;

  @Override
  public void onNext(T item) {
    if (item.isErrorIndicated()) {
      ResponseItem.ErrorDetail detail = item.getErrorDetail();
      error = detail == null ? "no reason given" : String.valueOf(detail.getMessage());
    }
  }

  boolean await() {
    try {
      awaitCompletion();
    } catch (InterruptedException e) {
      throw Interrupted.asProblem(e);
    }
    if (error != null) {
      throw new DockerClientException(requireNonNull(error));
    }
    return true;
  }
}
