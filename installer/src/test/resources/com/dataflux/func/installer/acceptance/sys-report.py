"""Prints the system report that the pages show, from inside a worker. Argument: the administrator's password."""

import json
import sys
import urllib.request


def ask(path, headers, body=None):
    request = urllib.request.Request("http://server:8088/api/v1" + path, body, headers)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["data"]


credentials = json.dumps({"signIn": {"username": "admin", "password": sys.argv[1]}}).encode()
token = ask("/auth/do/sign-in", {"Content-Type": "application/json"}, credentials)["authToken"]
print(ask("/monitor/do/sys-report", {"X-Dff-Auth-Token": token})["text"])
