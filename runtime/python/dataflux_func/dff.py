"""`DFF`: what functions are given. Every member may be used from any thread of a function."""

import datetime
import os
import sys
import threading

from . import sources
from . import sql
from .responses import RESP, RESP_FILE, RESP_LARGE_DATA, Response
from .threads import Threads

__all__ = ["Dff", "Response"]


def _caller():
    """The script whose function uses a member."""
    frame = sys._getframe(2)
    while frame is not None:
        script_id = frame.f_globals.get("_SCRIPT_ID")
        if script_id:
            return script_id
        frame = frame.f_back
    return ""


class Log:
    """Writes lines to the output of the call: `DFF.LOG('text')`, `DFF.LOG.warning('text')`."""

    def __call__(self, *message):
        self._write("INFO", message)

    def debug(self, *message):
        self._write("DEBUG", message)

    def info(self, *message):
        self._write("INFO", message)

    def warning(self, *message):
        self._write("WARNING", message)

    def error(self, *message):
        self._write("ERROR", message)

    @staticmethod
    def _write(level, message):
        now = datetime.datetime.now().strftime("%Y-%m-%d %H:%M:%S.%f")[:-3]
        sys.stdout.write("[%s] [%s] %s\n" % (now, level, " ".join(str(each) for each in message)))


class Context:
    """Values shared by everything that one call runs; gone when it ends."""

    def __init__(self):
        self._values = {}
        self._lock = threading.Lock()

    def set(self, key, value):
        with self._lock:
            self._values[key] = value

    def get(self, key, default=None):
        with self._lock:
            return self._values.get(key, default)

    def delete(self, key):
        with self._lock:
            return self._values.pop(key, None)

    def clear(self):
        with self._lock:
            self._values.clear()

    __setitem__ = set
    __getitem__ = get
    __call__ = get


class Lookup:
    """Values by name: `DFF.ENV('id')`, `DFF.CONFIG('CUSTOM_KEY', default)`."""

    def __init__(self, channel, what, doc):
        self._channel = channel
        self._what = what
        self.__doc__ = doc

    def __call__(self, name, default=None):
        found = self._channel.ask(self._what, name)
        return default if found is None else found

    get = __call__


class Store:
    """Keeps JSON values by key. `scope` is the script's id unless it is given.

    `DFF.STORE` keeps them in the database; `DFF.CACHE` in Redis, where counting is atomic as well.
    `expire` is in seconds.
    """

    def __init__(self, channel, what):
        self._channel = channel
        self._what = what

    def set(self, key, value, scope=None, expire=None, not_exists=False):
        """Keeps a value; False where `not_exists` is asked for and there is one."""
        return self._channel.ask(self._what + ".set", scope or _caller(), key, value, expire, not_exists)

    def get(self, key, scope=None, default=None):
        """The value kept, or the default."""
        found = self._channel.ask(self._what + ".get", scope or _caller(), key)
        return default if found is None else found

    def delete(self, key, scope=None):
        """Forgets a value; answers whether there was one."""
        return self._channel.ask(self._what + ".delete", scope or _caller(), key)

    def keys(self, pattern="*", scope=None):
        """The keys that match a pattern with `*`."""
        return self._channel.ask(self._what + ".keys", scope or _caller(), pattern)


class Cache(Store):
    """Keeps JSON values in Redis: see `Store`."""

    def incr(self, key, step=1, scope=None, expire=None):
        """Adds to a number, at one stroke; answers the sum."""
        return self._channel.ask("cache.incr", scope or _caller(), key, step, expire)


class Dff:
    """The one object that scripts know as `DFF`."""

    def __init__(self, channel, hello):
        self._channel = channel
        self._resources = hello.get("resources", "")
        self.LOG = Log()
        self.CTX = Context()
        self.STORE = Store(channel, "store")
        self.CACHE = Cache(channel, "cache")
        self.ENV = Lookup(channel, "env", "The value of an environment variable of the platform, by its id.")
        self.CONFIG = Lookup(channel, "config", "The value of a key CUSTOM_* of the configuration.")
        self.THREAD = Threads()
        self.RESP = RESP
        self.RESP_FILE = RESP_FILE
        self.RESP_LARGE_DATA = RESP_LARGE_DATA
        self.SQL = sql.SQL

    def begin(self, task):
        self.CTX.clear()

    def finish(self):
        self.THREAD.end()
        self.CTX.clear()

    def API(
        self,
        title=None,
        timeout=None,
        api_timeout=None,
        queue=None,
        category="general",
        tags=None,
        cache_result=None,
        fixed_crontab=None,
        delayed_crontab=None,
        is_hidden=False,
        **extra
    ):
        """Makes a function callable from outside: `@DFF.API('title', timeout=10)`.

        timeout: seconds after which it is killed, 1 to 3600. api_timeout: seconds for which a caller
        waits, 1 to 180. queue: 1 to 9. cache_result: seconds for which a result is answered again.
        fixed_crontab: a crontab expression that every crontab configuration of it gets.
        delayed_crontab: seconds, or a list of them, by which a crontab run is put off.
        """
        _within("timeout", timeout, 1, 3600)
        _within("api_timeout", api_timeout, 1, 180)
        _within("queue", queue, 1, 9)
        _within("cache_result", cache_result, 0, 30 * 86400)
        if extra:
            raise TypeError("DFF.API has no option %s" % ", ".join(sorted(extra)))
        if fixed_crontab is not None and not isinstance(fixed_crontab, str):
            raise TypeError("`fixed_crontab` should be a text")
        delays = delayed_crontab
        if delays is not None and not isinstance(delays, (list, tuple)):
            delays = [delays]
        options = {
            "timeout": timeout,
            "apiTimeout": api_timeout,
            "queue": queue,
            "cacheResult": cache_result,
            "fixedCrontab": fixed_crontab,
            "delayedCrontab": list(delays) if delays is not None else None,
        }

        def mark(function):
            function.__dff_api__ = {
                "title": title if title is not None else function.__name__,
                "category": category,
                "tags": list(tags or []),
                "isHidden": bool(is_hidden),
                "options": {name: value for name, value in options.items() if value is not None},
            }
            return function

        if callable(title):
            function, title = title, None
            return mark(function)
        return mark

    def FUNC(self, func_id, kwargs=None, queue=None, timeout=None):
        """Starts another function as a task of its own; answers the task's id at once.

        `.name` and `__script.name` stand for functions of this script and of this script set.
        """
        script_id = _caller()
        if func_id.startswith("."):
            func_id = script_id + func_id
        elif func_id.startswith("__"):
            func_id = script_id.partition("__")[0] + func_id
        return self._channel.ask("func", func_id, kwargs or {}, queue, timeout)

    def SRC(self, source_id):
        """A data source by its id; what it offers depends on its type."""
        return sources.open_source(self._channel, source_id)

    def RSRC(self, *path):
        """The full path of a file under the resources directory; no path leaves it."""
        full = os.path.realpath(os.path.join(self._resources, *path))
        root = os.path.realpath(self._resources)
        if full != root and not full.startswith(root + os.sep):
            raise ValueError("%r is not under the resources directory" % os.path.join(*path))
        return full


def _within(name, value, least, most):
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError("`%s` should be a number" % name)
    if not least <= value <= most:
        raise ValueError("`%s` should be between %s and %s" % (name, least, most))
