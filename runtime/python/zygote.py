"""Forks function processes, and kills them whole. The one part of a worker that stays root.

It never runs code of users: it imports what functions commonly need, once, and forks. A process gets
two connections that the service made to the socket: one for calls, one for what it prints. A third,
the control connection, carries the order to kill, and news of processes that ended; when it closes,
the service is gone, and everything ends.
"""

import argparse
import json
import os
import selectors
import signal
import socket
import struct
import sys

# Isolated mode (-I) leaves this directory out; functions must not find it either.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from dataflux_func import confinement, harness  # noqa: E402

sys.path.pop(0)

# What functions commonly import, loaded once for all processes.
import asyncio, collections, concurrent.futures, csv, datetime, decimal, hashlib, http.client, io, logging  # noqa: E401,E402,F401
import math, random, re, ssl, string, subprocess, tempfile, urllib.request, uuid, xml.etree.ElementTree  # noqa: E401,E402,F401

_LINE_LIMIT = 4096


class Zygote:
    """Listens for connections of the service and forks a process for each pair of them."""

    def __init__(self, arguments):
        self.arguments = arguments
        self.selector = selectors.DefaultSelector()
        self.logs = {}
        self.pids = {}
        self.control = None
        self.orders = b""
        self.service = None
        self.ending = False

    def serve(self):
        path = self.arguments.socket
        self.listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.listener.bind(path)
        os.chmod(path, 0o600)
        if self.arguments.service_uid is not None:
            os.chown(path, self.arguments.service_uid, self.arguments.service_uid)
        self.listener.listen(64)
        self.wakeup, wakeup_in = socket.socketpair()
        for end in (self.wakeup, wakeup_in):
            end.setblocking(False)
        signal.set_wakeup_fd(wakeup_in.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGTERM, self.pass_on)
        signal.signal(signal.SIGINT, self.pass_on)
        self.selector.register(self.listener, selectors.EVENT_READ, self.accept)
        self.selector.register(self.wakeup, selectors.EVENT_READ, self.woken)
        if self.arguments.command:
            self.start_service()
        else:
            # Whoever started this holds the other end, also before its first connection.
            try:
                self.selector.register(0, selectors.EVENT_READ, self.abandoned)
            except PermissionError:
                pass
        confinement.adopt_orphans()
        confinement.keep_only_what_forking_needs()
        print("ready", flush=True)
        while not self.ending:
            for key, _ in self.selector.select():
                key.data()
        self.kill_all()

    def start_service(self):
        """Starts the service as its own user, with the environment that this process was given."""
        environment = json.loads(os.read(self.arguments.environment, 1 << 20))
        pid = os.fork()
        if pid == 0:
            try:
                signal.set_wakeup_fd(-1)
                for number in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT):
                    signal.signal(number, signal.SIG_DFL)
                uid = self.arguments.service_uid
                os.setgroups([])
                os.setgid(uid)
                os.setuid(uid)
                command = self.arguments.command
                os.execvpe(command[0], command, environment)
            finally:
                os._exit(127)
        os.close(self.arguments.environment)
        self.service = pid

    def abandoned(self):
        if not os.read(0, _LINE_LIMIT):
            self.ending = True

    def pass_on(self, number, _frame):
        if self.service:
            os.kill(self.service, number)
        else:
            self.ending = True

    def accept(self):
        connection, _ = self.listener.accept()
        uid = struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[1]
        if uid not in (0, self.arguments.service_uid, os.geteuid()):
            connection.close()
            return
        line = b""
        connection.settimeout(2)
        try:
            # Byte by byte: what follows the line belongs to the process.
            while not line.endswith(b"\n") and len(line) < _LINE_LIMIT:
                byte = connection.recv(1)
                if not byte:
                    raise OSError("closed")
                line += byte
            hello = json.loads(line)
        except (OSError, ValueError):
            connection.close()
            return
        connection.settimeout(None)
        if hello["role"] == "control":
            self.control = connection
            self.selector.register(connection, selectors.EVENT_READ, self.ordered)
        elif hello["role"] == "log":
            self.logs[hello["token"]] = connection
        else:
            self.fork(connection, self.logs.pop(hello["token"]), hello)

    def fork(self, calls, log, hello):
        slot = hello["slot"]
        home = confinement.make_home(self.arguments, slot)
        pid = os.fork()
        if pid == 0:
            try:
                signal.set_wakeup_fd(-1)
                for number in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT):
                    signal.signal(number, signal.SIG_DFL)
                calls_fd = confinement.keep_descriptors(calls, log)
                confinement.become(self.arguments, slot, hello, home)
                harness.run(calls_fd, hello, home)
            except BaseException as failure:
                os.write(2, ("function process: %r\n" % (failure,)).encode())
            finally:
                os._exit(1)
        calls.close()
        log.close()
        self.pids[pid] = (slot, hello["token"])

    def ordered(self):
        line = self.control.recv(_LINE_LIMIT)
        if not line:
            self.ending = True
            return
        self.orders += line
        *whole, self.orders = self.orders.split(b"\n")
        for order in whole:
            number, slot = order.split()
            self.kill(int(slot))
            self.tell(b"K %d\n" % int(number))

    def kill(self, slot):
        pids = [pid for pid, (owner, _) in self.pids.items() if owner == slot]
        confinement.kill_slot(self.arguments, slot, pids)

    def tell(self, news):
        if self.control is not None:
            try:
                self.control.sendall(news)
            except OSError:
                self.ending = True

    def kill_all(self):
        for slot in {slot for slot, _ in self.pids.values()}:
            self.kill(slot)
        if self.service:
            try:
                os.kill(self.service, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def woken(self):
        try:
            self.wakeup.recv(4096)
        except BlockingIOError:
            pass
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if pid == self.service:
                self.service = None
                self.ending = True
                self.exit_code = os.waitstatus_to_exitcode(status)
            if pid in self.pids:
                # By token: the slot may have its next process by now.
                _, token = self.pids.pop(pid)
                self.tell(b"E %s %d\n" % (token.encode(), os.waitstatus_to_exitcode(status)))

    exit_code = 0


def parse(argv):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--socket", required=True, help="where the service connects")
    parser.add_argument("--homes", required=True, help="directory of the processes' own directories")
    parser.add_argument("--uid-base", type=int, default=None, help="user of slot 0; none: do not change users")
    parser.add_argument("--service-uid", type=int, default=None, help="user of the service")
    parser.add_argument("--packages", default="", help="directory of extra Python packages")
    parser.add_argument("--resources", default="", help="directory of resources")
    parser.add_argument("--environment", type=int, default=None, help=argparse.SUPPRESS)
    parser.add_argument("command", nargs="*", help="the service to start, as its own user")
    return parser.parse_args(argv)


def without_secrets(arguments):
    """Starts this program anew without the environment, which every process could read otherwise."""
    read_end, write_end = os.pipe()
    os.set_inheritable(read_end, True)
    os.write(write_end, json.dumps(dict(os.environ)).encode())
    os.close(write_end)
    again = [sys.executable, "-I", *(["-B"] if sys.dont_write_bytecode else []), os.path.abspath(__file__)]
    clean = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ}
    os.execve(sys.executable, [*again, "--environment=%d" % read_end, *sys.argv[1:]], clean)


if __name__ == "__main__":
    chosen = parse(sys.argv[1:])
    if chosen.command and chosen.environment is None:
        without_secrets(chosen)
    zygote = Zygote(chosen)
    zygote.serve()
    sys.exit(zygote.exit_code if zygote.exit_code >= 0 else 128 - zygote.exit_code)
