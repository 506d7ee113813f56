"""`DFF.SRC`: data sources. The service holds their passwords and connections; functions only ask."""

import base64


class Source:
    """What every data source has."""

    def __init__(self, channel, source_id):
        self.id = source_id
        self._channel = channel

    def _do(self, what, *arguments):
        return self._channel.ask("source", self.id, what, *arguments)


class MySql(Source):
    """`query` answers rows as objects; `non_query` the number of rows changed. Values are given
    apart from the statement, for its `?` places."""

    def query(self, statement, params=None):
        return self._do("query", statement, list(params or ()))

    def non_query(self, statement, params=None):
        return self._do("execute", statement, list(params or ()))

    execute = non_query


class Redis(Source):
    """Any command: `query('SET', 'key', 'value')`, or by its name: `get('key')`."""

    def query(self, *command):
        return self._do("command", [str(each) for each in command])

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *arguments: self.query(name.upper(), *arguments)


class Mqtt(Source):
    """`publish('topic', 'message')`; the message is text or bytes."""

    def publish(self, topic, message, qos=0):
        data = message if isinstance(message, (bytes, bytearray)) else str(message).encode()
        return self._do("publish", topic, base64.b64encode(data).decode(), qos)


class Http(Source):
    """`request('GET', '/path')` answers an object with `status`, `headers`, `text` and, where it is
    JSON, `json`."""

    def request(self, method, path="", query=None, body=None, headers=None):
        return self._do("request", method.upper(), path, query or {}, body, headers or {})

    def get(self, path="", query=None, headers=None):
        return self.request("GET", path, query, None, headers)

    def post(self, path="", body=None, query=None, headers=None):
        return self.request("POST", path, query, body, headers)


_TYPES = {"mysql": MySql, "redis": Redis, "mqtt": Mqtt, "http": Http}


def open_source(channel, source_id):
    """The source of this id, in the class of its type."""
    return _TYPES[channel.ask("source.type", source_id)](channel, source_id)
