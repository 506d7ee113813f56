"""The life of one function process: it waits for a call, runs it, answers, and waits again."""

import gc
import json
import os
import resource
import sys
import threading
import time

from . import channel
from . import confinement
from . import dff
from . import inspection
from . import results
from . import scripts

# Of an answer's value, for those who do not speak HTTP, beside the answer itself.
_MOST_BESIDE = 1 << 20
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Harness:
    """Runs the calls of one process, one after the other."""

    def __init__(self, descriptor, hello, home):
        self.home = home
        self.channel = channel.Channel(descriptor)
        self.dff = dff.Dff(self.channel, hello)
        self.scripts = scripts.Scripts(self.channel, self.dff)
        self.threads = threading.active_count()
        self.statm = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)

    def run(self):
        # From now on what is put into the directory stays there.
        self.channel.write(b'{"ready":true}')
        while True:
            frame = self.channel.read()
            if frame is None:
                os._exit(0)
            task, _, kwargs = frame[1].partition(b"\n")
            self.answer(json.loads(frame[0]), json.loads(task), kwargs)

    def answer(self, about, task, kwargs):
        started = time.time()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        head = {"status": "OK"}
        value = b"null"
        try:
            returned = self.perform(about, task, json.loads(kwargs), started)
            if isinstance(returned, dff.Response):
                head["response"] = returned.as_json()
                returned = returned.value()
            text = results.shaped(returned, task.get("returnType", "raw"))
            if "response" not in head or len(text) <= _MOST_BESIDE:
                value = results.fitting(text)
        except results.ResultParsingError as failure:
            head.update(status="PARSING_FAILED", einfoText=results.last_line(failure), exception=str(failure))
        except NotLoaded as failure:
            head.update(status="NOT_LOADED", einfoText=failure.einfo, exception=failure.last)
        except BaseException as failure:
            head.update(status="FAILED", einfoText=self.einfo(failure), exception=results.last_line(failure))
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        head["peakMemory"] = after * 1024 if after > before else self.resident()
        self.dff.finish()
        if self.has_remains():
            head["retire"] = True
        for text in ("einfoText", "exception"):
            if text in head:
                head[text] = results.shortened(head[text])
        self.flush()
        self.channel.write(json.dumps(head).encode(), value)

    def perform(self, about, task, kwargs, started):
        work = task.get("work")
        func_id = task["funcId"]
        script_id, _, name = func_id.partition(".")
        self.scripts.renew(about["generation"])
        self.scripts.inject(self.injected(task, script_id, name, started))
        self.dff.begin(task)
        if work is None:
            module = self.loaded(lambda: self.scripts.get(script_id))
            return self.call(module, name, kwargs)
        # Drafts and inspections leave nothing behind for published code.
        self.scripts.forget()
        try:
            code = task["code"] if work == "inspection" else self.channel.ask("draft", script_id)
            if code is None:
                raise NotLoaded(scripts.ScriptNotFound("no script %r" % script_id), self.einfo)
            module = self.loaded(lambda: self.scripts.load(script_id, code))
            if work == "inspection":
                return inspection.describe(module)
            return self.call(module, name, kwargs)
        finally:
            self.forget_after = True

    forget_after = False

    def loaded(self, load):
        try:
            return load()
        except BaseException as failure:
            raise NotLoaded(failure, self.einfo) from None

    def call(self, module, name, kwargs):
        function = vars(module).get(name)
        if not callable(function):
            raise NotLoaded(AttributeError("script %r has no function %r" % (module.__name__, name)), self.einfo)
        returned = function(**kwargs)
        return returned

    def einfo(self, failure):
        try:
            return results.einfo(failure, self.scripts.is_script)
        except BaseException as second:
            return "%s (its text cannot be had: %s)" % (type(failure).__name__, type(second).__name__)
        finally:
            if self.forget_after:
                self.forget_after = False
                self.scripts.forget()

    def injected(self, task, script_id, name, started):
        task_id = task["id"]
        return {
            "_DFF_DEBUG": task.get("work") == "draft",
            "_TASK_ID": task_id,
            "_ROOT_TASK_ID": task.get("rootTaskId") or task_id,
            "_FUNC_ID": task["funcId"],
            "_FUNC_NAME": name,
            "_ORIGIN": task.get("origin", ""),
            "_ORIGIN_ID": task.get("originId", ""),
            "_START_TIME": int(started),
            "_TRIGGER_TIME": task.get("triggerTime", 0) // 1000,
            "_CRONTAB": task.get("crontab"),
            "_QUEUE": task.get("queue"),
            "_HTTP_REQUEST": task.get("httpRequest"),
        }

    def resident(self):
        return int(os.pread(self.statm, 128, 0).split()[1]) * _PAGE

    def has_remains(self):
        """Whether threads or processes of the function outlive it; then this process is not used again."""
        if self.forget_after:
            self.forget_after = False
            self.scripts.forget()
        confinement.empty(self.home)
        if threading.active_count() > self.threads:
            return True
        try:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            return True
        except ChildProcessError:
            return False

    @staticmethod
    def flush():
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (OSError, ValueError, AttributeError):
                pass


class NotLoaded(Exception):
    """The code cannot be loaded, or lacks the function."""

    def __init__(self, failure, einfo):
        super().__init__(str(failure))
        self.einfo = einfo(failure)
        self.last = results.last_line(failure)


def run(descriptor, hello, home):
    """Never returns. Called in a forked process that has given up root already."""
    sys.stdin = open(0, "r")
    sys.stdout = open(1, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)
    sys.stderr = open(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr
    if hello.get("packages"):
        sys.path.insert(0, hello["packages"])
    time.tzset()
    confinement.adopt_orphans()
    gc.freeze()
    Harness(descriptor, hello, home).run()
