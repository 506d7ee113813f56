"""The private descriptor between a function process and the service: frames with a length.

A frame is four bytes of length, then one line of JSON, then whatever the line says follows.
"""

import json
import os
import struct
import threading

_LENGTH = struct.Struct(">I")
_MOST_ASKED = 8 << 20


class ServiceError(Exception):
    """What the service says when it cannot do what a function asks for."""


class Channel:
    """Reads calls, and lets the threads of a function ask the service for things, one at a time."""

    def __init__(self, descriptor):
        self._descriptor = descriptor
        self._lock = threading.RLock()
        self._pending = b""
        os.register_at_fork(after_in_child=self._leave)

    def _leave(self):
        # A child that a function forks shares the descriptor and must not speak on it.
        try:
            os.close(self._descriptor)
        except OSError:
            pass
        self._descriptor = -1
        self._lock = threading.RLock()

    def read(self):
        """The next frame as its line and the rest; None at the end."""
        data = self._pending
        while len(data) < 4:
            more = os.read(self._descriptor, 65536)
            if not more:
                return None
            data += more
        (length,) = _LENGTH.unpack_from(data)
        if len(data) < length + 4:
            parts = [data]
            size = len(data)
            while size < length + 4:
                more = os.read(self._descriptor, min(length + 4 - size, 1 << 20))
                if not more:
                    return None
                parts.append(more)
                size += len(more)
            data = b"".join(parts)
        self._pending = data[length + 4 :]
        line, _, rest = data[4 : length + 4].partition(b"\n")
        return line, rest

    def write(self, line, rest=b""):
        frame = _LENGTH.pack(len(line) + 1 + len(rest)) + line + b"\n" + rest
        sent = os.write(self._descriptor, frame)
        view = memoryview(frame)
        while sent < len(frame):
            sent += os.write(self._descriptor, view[sent:])

    def ask(self, what, *arguments):
        """Asks the service and waits for its answer."""
        if self._descriptor < 0:
            raise ServiceError("DFF works in the function's own process only, not in one it forked")
        line = json.dumps({"ask": what}).encode()
        rest = _dumps(what, arguments)
        with self._lock:
            self.write(line, rest)
            frame = self.read()
        if frame is None:
            raise ServiceError("the service has gone")
        head, rest = json.loads(frame[0]), frame[1]
        if "error" in head:
            raise ServiceError(head["error"])
        return json.loads(rest) if rest else None


def _dumps(what, arguments):
    try:
        rest = json.dumps(arguments, default=str, allow_nan=False).encode()
    except ValueError as failure:
        raise ValueError("what is given to %r has no JSON form: %s" % (what, failure)) from None
    if len(rest) > _MOST_ASKED:
        raise ValueError("what is given to %r has %d bytes; at most %d fit" % (what, len(rest), _MOST_ASKED))
    return rest
