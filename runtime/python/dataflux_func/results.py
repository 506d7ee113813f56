"""What a function returns, as JSON; what it raises, as text."""

import base64
import dataclasses
import datetime
import decimal
import enum
import json
import math
import pprint
import traceback
import uuid


# The service takes 16 MB with a call's result: what is said beside it needs room, too.
MOST_BYTES = 15 << 20
_MOST_EINFO = 1 << 16


class ResultParsingError(Exception):
    """A returned value that has no JSON form."""


def _default(value):
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, decimal.Decimal):
        if not value.is_finite():
            return None
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        data = bytes(value)
        try:
            return data.decode()
        except UnicodeDecodeError:
            return base64.b64encode(data).decode()
    if isinstance(value, (set, frozenset)):
        return list(value)
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, enum.Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    raise TypeError("Object of type %s is not JSON serializable" % type(value).__name__)


def _finite(value):
    """The value with NaN and infinities, which JSON lacks, as null."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_finite(each) for each in value]
    return value


def dumps(value):
    """JSON text. Raises ResultParsingError where there is none."""
    try:
        try:
            text = json.dumps(value, ensure_ascii=False, allow_nan=False, default=_default, separators=(",", ":"))
        except ValueError as failure:
            if "Circular" in str(failure):
                raise
            text = json.dumps(_finite(value), ensure_ascii=False, default=_default, separators=(",", ":"))
        try:
            text.encode()
        except UnicodeEncodeError:
            text = json.dumps(value, default=_default)
        return text
    except (TypeError, ValueError, RecursionError, OverflowError) as failure:
        raise ResultParsingError("%s: %s" % (type(failure).__name__, failure)) from None


def shaped(value, form):
    """JSON text of the value in the form that the caller asked for."""
    if form == "raw":
        return dumps(value)
    if form == "repr":
        return dumps(pprint.saferepr(value))
    raw = dumps(value)
    if form == "jsonDumps":
        return dumps(raw)
    return dumps({"raw": json.loads(raw), "repr": pprint.saferepr(value), "jsonDumps": raw})


def fitting(text):
    """The text as UTF-8. Raises ResultParsingError where that is more than the service takes."""
    data = text.encode()
    if len(data) > MOST_BYTES:
        raise ResultParsingError("the result has %d bytes; at most %d fit" % (len(data), MOST_BYTES))
    return data


def shortened(text):
    """The text of an exception, its middle left out where it is very long."""
    if len(text) <= _MOST_EINFO:
        return text
    half = _MOST_EINFO // 2
    return "%s\n[%d more characters]\n%s" % (text[:half], len(text) - 2 * half, text[-half:])


def einfo(failure, is_script):
    """The exception with the lines of scripts alone: not this program's, not the libraries'."""
    chain, seen = [], set()
    each = failure
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        chain.append(each)
        if each.__cause__ is not None:
            each = each.__cause__
        elif each.__context__ is not None and not each.__suppress_context__:
            each = each.__context__
        else:
            each = None
    parts = []
    for one in reversed(chain):
        frames = [frame for frame in traceback.extract_tb(one.__traceback__) if is_script(frame.filename)]
        text = "".join(traceback.format_list(frames))
        last = "".join(traceback.format_exception_only(type(one), one))
        parts.append(("Traceback (most recent call last):\n" + text if text else "") + last.rstrip("\n"))
    between = "\n\nDuring handling of the above exception, another exception occurred:\n\n"
    return between.join(parts)


def last_line(failure):
    """The exception alone."""
    return traceback.format_exception_only(type(failure), failure)[-1].strip()
