"""Makes one of everything that must survive a lost host. Argument: the administrator's password."""

import json
import sys
import urllib.request

CODE = """
import kept_package

@DFF.API('Kept')
def answer(x):
    return [x, kept_package.WORD, DFF.ENV('kept_secret')]
"""


def post(path, body, token=""):
    request = urllib.request.Request("http://server:8088/api/v1" + path, json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("X-Dff-Auth-Token", token)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


account = {"username": "admin", "password": sys.argv[1]}
token = post("/auth/do/sign-in", {"signIn": account})["data"]["authToken"]
for things, data in (
    ("env-variables", {"id": "kept_secret", "type": "string", "isSecret": True, "value": "悄悄"}),
    ("script-sets", {"id": "kept", "title": "留"}),
    ("scripts", {"id": "kept__all", "title": "全", "codeDraft": CODE}),
    ("users", {"username": "second", "name": "第二", "password": "long enough", "roles": ["user"]}),
):
    post(f"/{things}/do/add", {"data": data}, token)
post("/scripts/kept__all/do/publish", {}, token)
link = {"id": "auln-kept", "funcId": "kept__all.answer", "funcCallKwargs": {"x": "甲"}}
post("/auth-links/do/add", {"data": link}, token)
