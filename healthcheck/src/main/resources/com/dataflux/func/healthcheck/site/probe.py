"""Looks at the network, MySQL, Redis and the MQTT broker from inside a worker, and changes nothing.

Read on standard input by the worker's Python, followed by a call of answer(). Prints one line of JSON and ends
within a few seconds, whatever hangs.
"""

import base64
import json
import os
import re
import signal
import socket
import ssl
import struct
import subprocess
import sys
import threading
import time
import urllib.parse

# In seconds, as the questions give them: of one answer, of the programs that are asked for one, of all together.
LIMITS = {}


def reach(host, port):
    try:
        socket.create_connection((host, port), LIMITS["one"]).close()
        return "REACHED"
    except socket.gaierror:
        return "UNKNOWN_NAME"
    except ConnectionRefusedError:
        return "REFUSED"
    except TimeoutError:
        return "SILENT"
    except OSError:
        return "NO_ROUTE"


def known(name):
    try:
        socket.getaddrinfo(name, None)
        return True
    except OSError:
        return False


def served(server):
    """Whether a name server answers a question about a name that does not exist; its refusal is an answer too."""
    question = b"".join(bytes([len(part)]) + part for part in (b"doctor", b"dataflux-func", b"invalid"))
    packet = struct.pack(">HHHHHH", 0x4446, 0x0100, 1, 0, 0, 0) + question + b"\0" + struct.pack(">HH", 1, 1)
    family = socket.AF_INET6 if ":" in server else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as asked:
        asked.settimeout(LIMITS["one"])
        try:
            asked.connect((server, 53))
            asked.send(packet)
            answer = asked.recv(512)
        except OSError:
            return False
    server_failed = 2
    return len(answer) > 3 and answer[3] & 0x0F != server_failed


def target(text):
    if "://" in text:
        address = urllib.parse.urlsplit(text)
        port = address.port or (443 if address.scheme == "https" else 80)
        end = reach(address.hostname, port)
        if end != "REACHED":
            return end
        try:
            with socket.create_connection((address.hostname, port), LIMITS["one"]) as plain:
                context = ssl._create_unverified_context()
                http = context.wrap_socket(plain, server_hostname=address.hostname) if port == 443 else plain
                http.settimeout(LIMITS["one"])
                http.sendall(f"HEAD {address.path or '/'} HTTP/1.0\r\nHost: {address.hostname}\r\n\r\n".encode())
                return "REACHED" if http.recv(5) == b"HTTP/" else "SILENT"
        except OSError:
            return "SILENT"
    host, _, port = text.partition(":")
    if port.isdigit():
        return reach(host, int(port))
    if not known(host):
        return "UNKNOWN_NAME"
    try:
        argv = ["ping", "-c1", f"-W{LIMITS['client']}", host]
        ping = subprocess.run(argv, capture_output=True, timeout=LIMITS["ping"])
        return "REACHED" if ping.returncode == 0 else "SILENT"
    except (OSError, subprocess.TimeoutExpired):
        return reach(host, 80)


STATEMENTS = """
SELECT 'version', @@version;
SELECT 'time', UNIX_TIMESTAMP();
SHOW STATUS LIKE 'Ssl_version';
SHOW VARIABLES LIKE 'innodb_large_prefix';
SHOW VARIABLES LIKE 'read_only';
SHOW VARIABLES LIKE 'max_connections';
SELECT 'database_character_set', default_character_set_name FROM information_schema.schemata
  WHERE schema_name = DATABASE();
SELECT 'database_collation', default_collation_name FROM information_schema.schemata
  WHERE schema_name = DATABASE();
SHOW GRANTS;
"""


def mysql(given):
    # The client reads user and password from a file that exists in memory only.
    file = os.memfd_create("client")
    os.fchmod(file, 0o600)
    quoted = given["password"].replace("\\", "\\\\").replace('"', '\\"')
    os.write(file, f'[client]\nuser="{given["user"]}"\npassword="{quoted}"\n'.encode())
    argv = ["mysql", f"--defaults-file=/proc/self/fd/{file}", "-h", given["host"], "-P", str(given["port"]), "-N", "-B"]
    argv += ["--force", f"--connect-timeout={LIMITS['client']}", "-e", STATEMENTS + given["statements"]]
    argv.append(given["database"])
    try:
        end = subprocess.run(argv, pass_fds=[file], capture_output=True, text=True, timeout=LIMITS["mysql"])
    except subprocess.TimeoutExpired:
        return {"error": 2003, "detail": "no answer"}
    except OSError as fault:
        return {"error": -1, "detail": str(fault)}
    variables, grants, failures = {}, [], {}
    for line in end.stdout.splitlines():
        fields = line.split("\t")
        if line.startswith("GRANT "):
            grants.append(line)
        elif fields[0] == "failure" and len(fields) == 3:
            failures[fields[1]] = int(fields[2])
        elif len(fields) == 2:
            variables[fields[0]] = fields[1]
    error = re.search(r"ERROR (\d+)", end.stderr)
    # An error of a single statement does not mean that it let nobody in.
    code = 0 if "version" in variables else int(error.group(1)) if error else -1
    ahead = round(float(variables.get("time", time.time())) - time.time())
    lines = [line for line in end.stderr.splitlines() if "ERROR" in line] or [end.stderr.strip()]
    return {"error": code, "detail": lines[0], "variables": variables, "grants": grants, "failures": failures,
            "secondsAhead": ahead}


class Redis:
    def __init__(self, host, port):
        self.socket = socket.create_connection((host, port), LIMITS["one"])
        self.stream = self.socket.makefile("rb")

    def ask(self, *words):
        parts = [str(word).encode() for word in words]
        self.socket.sendall(b"*%d\r\n" % len(parts) + b"".join(b"$%d\r\n%s\r\n" % (len(p), p) for p in parts))
        return self.answer()

    def answer(self):
        line = self.stream.readline().rstrip(b"\r\n")
        kind, rest = line[:1], line[1:]
        if kind == b"-":
            raise ValueError(rest.decode("utf-8", "replace"))
        if kind == b":":
            return int(rest)
        if kind == b"$":
            return None if rest == b"-1" else self.stream.read(int(rest) + 2)[:-2].decode("utf-8", "replace")
        if kind == b"*":
            return [self.answer() for _ in range(max(0, int(rest)))]
        return rest.decode()


def age(task):
    """Seconds since a task was triggered; its record has the moment in milliseconds."""
    try:
        record = json.loads(task)
    except ValueError:
        return 0
    moment = record.get("triggerTime", 0) if isinstance(record, dict) else 0
    return max(0, int(time.time() - moment / 1000)) if moment else 0


def optional(redis, *words):
    """A question that hosted servers often forbid."""
    try:
        return redis.ask(*words)
    except ValueError:
        return []


def redis(given):
    try:
        server = Redis(given["host"], given["port"])
        if given["password"]:
            server.ask("AUTH", *filter(None, [given["user"], given["password"]]))
        text = server.ask("INFO")
        info = dict(line.split(":", 1) for line in text.splitlines() if ":" in line and not line.startswith("#"))
        for name in ("maxmemory-policy", "save"):
            setting = optional(server, "CONFIG", "GET", name)
            if len(setting) == 2:
                info[name] = setting[1]
        recent = time.time() - 3600
        slow = sum(1 for entry in optional(server, "SLOWLOG", "GET", "128") if entry[1] > recent)
        now = optional(server, "TIME")
        ahead = round(int(now[0]) - time.time()) if now else 0
        optional(server, "SELECT", given["database"])
        queues, oldest = {}, {}
        for number in range(10):
            name = f"DataFluxFunc-worker#workerQueue@{number}"
            queues[number] = optional(server, "LLEN", name) or 0
            if queues[number]:
                oldest[number] = age(optional(server, "LINDEX", name, 0) or "")
        return {"error": "", "info": info, "queues": queues, "oldest": oldest, "slow": slow, "secondsAhead": ahead}
    except ValueError as refusal:
        words = str(refusal).split()
        # Before version 6 a wrong password had no code of its own.
        return {"error": "WRONGPASS" if given["password"] and words[:1] == ["ERR"] and "password" in words else words[0]}
    except OSError:
        return {"error": "UNREACHABLE"}


def mqtt(given):
    def text(value):
        encoded = value.encode()
        return struct.pack(">H", len(encoded)) + encoded

    flags = 2 | (0x80 if given["user"] else 0) | (0x40 if given["password"] else 0)
    body = text("MQTT") + bytes([4, flags, 0, 10]) + text("dataflux-func-doctor")
    body += text(given["user"]) if given["user"] else b""
    body += text(given["password"]) if given["password"] else b""
    length, left = b"", len(body)
    while True:
        left, digit = divmod(left, 128)
        length += bytes([digit | (0x80 if left else 0)])
        if not left:
            break
    try:
        with socket.create_connection((given["host"], given["port"]), LIMITS["one"]) as broker:
            broker.settimeout(LIMITS["one"])
            broker.sendall(b"\x10" + length + body)
            answer = broker.recv(4)
            return answer[3] if len(answer) == 4 else None
    except OSError:
        return None


def name_servers():
    with open("/etc/resolv.conf", encoding="utf-8") as file:
        return re.findall(r"^nameserver\s+(\S+)", file.read(), re.MULTILINE)


def answer(questions):
    asked = json.loads(base64.b64decode(questions))
    LIMITS.update(asked["limits"])
    # The system ends this process then, should it not have come to its end on a starved machine.
    signal.alarm(LIMITS["process"])
    answers = {"nameServers": {}, "names": {}, "endpoints": {}, "targets": {}}
    threads = []

    def ask(place, key, work, *given, otherwise=None):
        place[key] = otherwise

        def run():
            place[key] = work(*given)

        threads.append(threading.Thread(target=run, daemon=True))
        threads[-1].start()

    for server in name_servers() if asked["nameServers"] else []:
        ask(answers["nameServers"], server, served, server, otherwise=False)
    for name in asked["names"]:
        ask(answers["names"], name, known, name, otherwise=False)
    for endpoint in asked["endpoints"]:
        host, _, port = endpoint.rpartition(":")
        ask(answers["endpoints"], endpoint, reach, host, int(port), otherwise="SILENT")
    for text in asked["targets"]:
        ask(answers["targets"], text, target, text, otherwise="SILENT")
    if asked.get("mysql"):
        ask(answers, "mysql", mysql, asked["mysql"], otherwise={"error": 2003, "detail": "no answer"})
    if asked.get("redis"):
        ask(answers, "redis", redis, asked["redis"], otherwise={"error": "UNREACHABLE"})
    if asked.get("mqtt"):
        ask(answers, "mqtt", mqtt, asked["mqtt"])
    end = time.monotonic() + LIMITS["whole"]
    for thread in threads:
        thread.join(max(0, end - time.monotonic()))
    print(json.dumps(answers))
    sys.stdout.flush()
    # A thread may hang in the resolver, which nothing interrupts.
    os._exit(0)


