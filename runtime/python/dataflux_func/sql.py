"""`DFF.SQL`: statements with values put in safely."""

import datetime
import decimal
import re

_ESCAPES = {"\0": "\\0", "'": "\\'", '"': '\\"', "\b": "\\b", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\x1a": "\\Z", "\\": "\\\\"}
_PLACES = re.compile(r"'(?:[^'\\]|\\.|'')*'|\"(?:[^\"\\]|\\.|\"\")*\"|`[^`]*`|\?\??", re.DOTALL)


def _literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float, decimal.Decimal)):
        return str(value)
    if isinstance(value, (bytes, bytearray)):
        return "X'%s'" % bytes(value).hex()
    if isinstance(value, (list, tuple, set)):
        return ", ".join(_literal(each) for each in value) or "NULL"
    if isinstance(value, datetime.datetime):
        value = value.strftime("%Y-%m-%d %H:%M:%S.%f")
    return "'%s'" % "".join(_ESCAPES.get(letter, letter) for letter in str(value))


def _name(value):
    return ".".join("`%s`" % part.replace("`", "``") for part in str(value).split("."))


def SQL(statement, params=None):
    """The statement with each `?` outside of quotes replaced by a value, each `??` by a name.

    >>> SQL('SELECT * FROM ?? WHERE id IN (?)', ['t', [1, "it's"]])
    "SELECT * FROM `t` WHERE id IN (1, 'it\\\\'s')"
    """
    left = list(params or ())

    def place(match):
        found = match.group()
        if found not in ("?", "??"):
            return found
        if not left:
            raise ValueError("fewer values than places")
        return (_name if found == "??" else _literal)(left.pop(0))

    whole = _PLACES.sub(place, statement)
    if left:
        raise ValueError("more values than places")
    return whole
