"""Serves the preview to a browser on this machine, and to nobody else.

It listens on the loopback interface alone. An address has a secret part, without which nothing is
answered: another user of the machine cannot guess it. The name that a browser asks for must be
that of this machine, so that no page of the network can reach it under a name of its own (DNS
rebinding), and what another site asks for is refused. Nothing is read from the disk but the files
of the view and two of our own.
"""

from __future__ import annotations

import hmac
import secrets
import threading
from contextlib import suppress
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from report.commands.preview_board import Board
from report.commands.preview_page import page_html
from report.dossier.shipped import templates_path

LOOPBACK = "127.0.0.1"
_POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# What is shown within the page: a file that was made, which may bring its own styles and pictures.
_INNER_POLICY = (
    "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".txt": "text/plain; charset=utf-8",
}
_STILL_THERE = 15.0  # seconds after which a silent line is tried
_MOST_LINES = 16  # browsers that are told of changes at a time


class Preview(ThreadingHTTPServer):
    """The server; `address` is what the user opens."""

    daemon_threads = True

    def __init__(self, board: Board, title: str, port: int = 0) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.board, self.title = board, title
        self.secret = secrets.token_urlsafe(16)
        self.lines = threading.Semaphore(_MOST_LINES)

    @property
    def address(self) -> str:
        """The address with its secret part."""
        return f"http://{LOOPBACK}:{self.server_port}/{self.secret}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away."""


class _Handler(BaseHTTPRequestHandler):
    server: Preview
    server_version = "report"
    sys_version = ""
    timeout = 30

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer what is asked for with the right address, by the right name, from our own page."""
        if self._is_foreign():
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        _, secret, *parts = urlsplit(self.path).path.split("/")
        if not hmac.compare_digest(secret.encode(), self.server.secret.encode()):
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        match parts:
            case [""]:
                html = page_html(self.server.board.view, self.server.title)
                self._send(html.encode(), _TYPES[".html"])
            case ["events"]:
                self._tell_changes()
            case ["preview.css" | "preview.js" as name]:
                self._send(_own(name), _TYPES[Path(name).suffix])
            case ["page", name]:
                self._picture(name.removesuffix(".png"))
            case ["file", number, _]:
                self._file(number)
            case _:
                self._refuse(HTTPStatus.NOT_FOUND)

    def _is_foreign(self) -> bool:
        port = self.server.server_port
        named = self.headers.get_all("Host") or []
        asked_by = self.headers.get("Sec-Fetch-Site", "none")
        ours = named in ([f"{LOOPBACK}:{port}"], [f"localhost:{port}"])
        return not ours or asked_by not in ("none", "same-origin")

    def _picture(self, name: str) -> None:
        png = self.server.board.picture(name)
        if png is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._send(png, _TYPES[".png"])

    def _file(self, number: str) -> None:
        files = self.server.board.view.files
        if not (number.isascii() and number.isdecimal() and int(number) < len(files)):
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        path = Path(files[int(number)].path)
        try:
            data = path.read_bytes()
        except OSError:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        kind = _TYPES.get(path.suffix, "application/octet-stream")
        self._send(data, kind, _INNER_POLICY)

    def _tell_changes(self) -> None:
        """Tell of each new view for as long as the browser listens (server-sent events)."""
        board = self.server.board
        if not self.server.lines.acquire(blocking=False):
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        try:
            self._begin(HTTPStatus.OK, "text/event-stream", _POLICY)
            self.end_headers()
            version = -1
            while not board.closed and self.command == "GET":
                now = board.wait(version, _STILL_THERE)
                text = f"event: version\ndata: {now}\n\n" if now > version else ":\n\n"
                version = now
                self.wfile.write(text.encode())
                self.wfile.flush()
        except OSError:
            pass  # the browser went away
        finally:
            self.server.lines.release()

    def _send(self, data: bytes, kind: str, policy: str = _POLICY) -> None:
        self._begin(HTTPStatus.OK, kind, policy)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command == "GET":
            with suppress(OSError):
                self.wfile.write(data)

    def _refuse(self, status: HTTPStatus) -> None:
        self._begin(status, "text/plain", _POLICY)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _begin(self, status: HTTPStatus, kind: str, policy: str) -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Security-Policy", policy),
            ("Cache-Control", "no-store"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
        ):
            self.send_header(name, value)

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for problems."""


@cache
def _own(name: str) -> bytes:
    return (templates_path() / "preview" / name).read_bytes()
