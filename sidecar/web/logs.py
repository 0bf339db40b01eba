"""Structured logs, one JSON object a line, that hold no address, name, subject, secret or message id."""

import json
import logging
import traceback
from datetime import UTC, datetime
from logging import LogRecord
from typing import Any, TextIO

from aiohttp import web
from aiohttp.abc import AbstractAccessLogger

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonFormatter(logging.Formatter):
    """Writes a record as one line of JSON; an exception as its type and place, since its text may quote a message."""

    def format(self, record: LogRecord) -> str:
        """Return the line, without its end."""
        fields: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        fields |= {name: value for name, value in vars(record).items() if name not in _STANDARD}
        if record.exc_info and record.exc_info[1]:
            fields |= where(record.exc_info[1])
        return json.dumps(fields, default=str)


class AccessLog(AbstractAccessLogger):
    """One line a request: the route's pattern instead of its address, so neither secrets nor ids are written."""

    def log(self, request: web.BaseRequest, response: web.StreamResponse, time: float) -> None:
        """Log an answered request; `time` is in seconds."""
        self.logger.info(
            "request",
            extra={
                "method": request.method,
                "route": route_of(request),
                "status": response.status,
                "ms": round(time * 1000, 1),
                "bytes": response.body_length,
            },
        )


def route_of(request: web.BaseRequest) -> str:
    """Return the pattern of the route that was asked for, or `unknown`."""
    resource = request.match_info.route.resource if isinstance(request, web.Request) else None
    return resource.canonical if resource is not None else "unknown"


def where(error: BaseException) -> dict[str, Any]:
    """Tell an exception by type and place, leaving its text out."""
    frames = traceback.extract_tb(error.__traceback__)
    return {"error": type(error).__name__, "at": [f"{frame.filename}:{frame.lineno}" for frame in frames[-6:]]}


def serving() -> dict[str, Any]:
    """Return how an `aiohttp.web.AppRunner` should log: aiohttp's own access log would write addresses and queries."""
    return {"access_log_class": AccessLog, "access_log": logging.getLogger("deardr.access")}


def configure(stream: TextIO, level: int = logging.INFO) -> None:
    """Send all logs to a stream as JSON lines."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
