"""Makes calls that fail, from inside a worker. Arguments: how they fail, the administrator's password."""

import concurrent.futures
import json
import sys
import urllib.error
import urllib.request

CODE = """
import time

@DFF.API('Ends late', timeout=1)
def ends_late():
    time.sleep(20)

@DFF.API('Answers late', api_timeout=1)
def answers_late():
    time.sleep(2)
"""
CALLS = 7
ENOUGH = 5


def post(path, body, token=""):
    request = urllib.request.Request("http://server:8088/api/v1" + path, json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("X-Dff-Auth-Token", token)
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refusal:
        return json.load(refusal)


def add_links(password):
    token = post("/auth/do/sign-in", {"signIn": {"username": "admin", "password": password}})["data"]["authToken"]
    post("/script-sets/do/add", {"data": {"id": "faults", "title": "Faults"}}, token)
    post("/scripts/do/add", {"data": {"id": "faults__late", "title": "Late", "codeDraft": CODE}}, token)
    post("/scripts/faults__late/do/publish", {}, token)
    for name in ("ends_late", "answers_late"):
        link = {"id": "auln-" + name.replace("_", "-"), "funcId": "faults__late." + name, "funcCallKwargs": {}}
        post("/auth-links/do/add", {"data": link}, token)


PATHS = {
    "EFuncFailed": "/al/auln-plus",
    "EClientBadRequest": "/al/auln-plus/simplified",
    "EFuncTimeout": "/al/auln-ends-late",
    "EAPITimeout": "/al/auln-answers-late",
}
how, password = sys.argv[1:]
if "Timeout" in how:
    add_links(password)
arguments = {} if "Timeout" in how else {"x": "not a number", "y": 1}
with concurrent.futures.ThreadPoolExecutor(CALLS) as threads:
    answers = list(threads.map(lambda _: post(PATHS[how], {"kwargs": arguments}), range(CALLS)))
reasons = [answer.get("reason") for answer in answers]
assert reasons.count(how) >= ENOUGH, answers
