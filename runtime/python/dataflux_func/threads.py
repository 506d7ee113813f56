"""`DFF.THREAD`: a few threads for one call."""

import concurrent.futures
import threading


class Threads:
    """Runs functions beside each other: `DFF.THREAD.submit(f, 1)`, then `DFF.THREAD.results()`."""

    def __init__(self):
        self._lock = threading.Lock()
        self._pool = None
        self._tasks = []
        self._size = 5

    def set_pool_size(self, size):
        """How many threads there are, 1 to 64; to be said before the first `submit`."""
        if not 1 <= size <= 64:
            raise ValueError("a pool has 1 to 64 threads")
        with self._lock:
            if self._pool is not None:
                raise RuntimeError("the pool is in use already")
            self._size = size

    def submit(self, function, *args, **kwargs):
        """Starts a function in a thread; answers a future."""
        with self._lock:
            if self._pool is None:
                self._pool = concurrent.futures.ThreadPoolExecutor(self._size)
            future = self._pool.submit(function, *args, **kwargs)
            self._tasks.append(future)
            return future

    __call__ = submit

    def results(self, timeout=None):
        """What the functions returned, in the order of `submit`; raises what one of them raised."""
        with self._lock:
            tasks, self._tasks = self._tasks, []
        return [task.result(timeout) for task in tasks]

    def end(self):
        with self._lock:
            pool, self._pool, self._tasks, self._size = self._pool, None, [], 5
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)
            # Threads that are done leave at once; one that is not makes the process retire.
            for thread in list(pool._threads):
                thread.join(0.05)
