"""Answers that a function composes itself: `DFF.RESP`, `DFF.RESP_FILE`, `DFF.RESP_LARGE_DATA`."""

import base64
import mimetypes
import os

from . import results

# In base64 it fits into what the service takes with a call's result.
_MOST_BYTES = 11 << 20


class Response:
    """An HTTP answer: its bytes are taken in the function's own process, with its own rights."""

    def __init__(self, body, status_code=200, content_type=None, headers=None, download_name=""):
        if not 100 <= int(status_code) <= 599:
            raise ValueError("%r is not an HTTP status" % (status_code,))
        self._body = body
        self._status_code = int(status_code)
        self._content_type = content_type
        self._headers = {str(name): str(value) for name, value in (headers or {}).items()}
        self._download_name = download_name

    def value(self):
        """What a caller who does not speak HTTP gets."""
        return self._body if not isinstance(self._body, bytes) else None

    def as_json(self):
        body, content_type = self._body, self._content_type
        if isinstance(body, str):
            body, content_type = body.encode(), content_type or "text/plain; charset=utf-8"
        elif isinstance(body, (bytes, bytearray, memoryview)):
            body, content_type = bytes(body), content_type or "application/octet-stream"
        else:
            body, content_type = results.dumps(body).encode(), content_type or "application/json; charset=utf-8"
        if len(body) > _MOST_BYTES:
            raise results.ResultParsingError("the answer has %d bytes; at most %d fit" % (len(body), _MOST_BYTES))
        return {
            "statusCode": self._status_code,
            "headers": self._headers,
            "contentType": content_type,
            "base64": base64.b64encode(body).decode(),
            "downloadName": self._download_name,
        }


def RESP(body=None, status_code=200, content_type=None, headers=None, download=None):
    """An answer with a status, a type and headers of its own; `download` is a file name to offer."""
    kinds = {"html": "text/html; charset=utf-8", "text": "text/plain; charset=utf-8", "json": "application/json; charset=utf-8"}
    return Response(body, status_code, kinds.get(content_type, content_type), headers, download or "")


def RESP_FILE(file_path, status_code=200, headers=None, auto_delete=False, download=True):
    """Answers with a file that the function can read; `download` may be the name to offer, or False."""
    with open(file_path, "rb") as file:
        body = file.read(_MOST_BYTES + 1)
    if auto_delete:
        os.unlink(file_path)
    kind = mimetypes.guess_type(file_path)[0] or "application/octet-stream"
    name = download if isinstance(download, str) else os.path.basename(file_path) if download else ""
    return Response(body, status_code, kind, headers, name)


def RESP_LARGE_DATA(content, content_type=None):
    """Answers with data as it is, without the envelope."""
    if not isinstance(content, (str, bytes)):
        content, content_type = results.dumps(content), content_type or "application/json; charset=utf-8"
    return Response(content, 200, content_type)
