"""The port of this machine to which the browser comes back after a sign-in (RFC 8252 section 7.3)."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

from sidecar.imap.errors import SignInRefused

PATH = "/signin/back"  # as on the status page, so that a client registered for one serves the other

_DONE = b"<!doctype html><meta charset=utf-8><title>DearDr</title><p>You are signed in. You may close this page."
_FAILED = b"<!doctype html><meta charset=utf-8><title>DearDr</title><p>The sign-in did not work. See the terminal."


class Redirect:
    """A listener on the loopback for one sign-in; `address` is the redirect URI."""

    def __init__(self, server: HTTPServer, answers: list[dict[str, list[str]]], loopback: str) -> None:
        self._server = server
        self._answers = answers
        self.address = f"http://{loopback}:{server.server_port}{PATH}"

    @classmethod
    @contextmanager
    def listening(cls, loopback: str) -> Iterator["Redirect"]:
        """Listen on a free port for the length of the block; `loopback` is what the provider calls this machine."""
        answers: list[dict[str, list[str]]] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                query = parse_qs(urlsplit(self.path).query)
                if "state" in query:
                    answers.append(query)
                self.send_response(200 if "code" in query else 400)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Cache-Control", "no-store")
                self.end_headers()
                self.wfile.write(_DONE if "code" in query else _FAILED)

            def log_message(self, *_: object) -> None:
                """Say nothing: the address holds the code."""

        with HTTPServer(("127.0.0.1", 0), Handler) as server:
            yield cls(server, answers, loopback)

    def wait(self, state: str, patience: float) -> str:
        """Return the code that came with our `state`; answers to other questions are ignored.

        Raises `SignInRefused` when the user declined, and after `patience` seconds.
        """
        until = time.monotonic() + patience
        while (left := until - time.monotonic()) > 0:
            self._server.timeout = left
            self._server.handle_request()
            for query in self._answers:
                if query["state"] == [state]:
                    if "code" in query:
                        return query["code"][0]
                    raise SignInRefused("The sign-in was declined in the browser.")
            self._answers.clear()
        raise SignInRefused("Nobody signed in with the browser in time; start again.")
