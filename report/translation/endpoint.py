"""A client of a service that somebody runs for themselves: JSON is posted, JSON comes back.

Two kinds are spoken to: translation (POST /translate), and chat completions as language models are
served (POST /v1/chat/completions). Texts go to this machine alone, or to a host that the user
names. No redirect is followed, no proxy of the environment is used, and an answer is bounded in
size and in time.
"""

from __future__ import annotations

import ipaddress
import json
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn
from urllib.parse import SplitResult, urlsplit, urlunsplit

from report.model.place import Place
from report.model.problem import Stop, problem

MAX_ANSWER = 1024 * 1024
SECONDS = 60.0


class EndpointFault(Exception):  # noqa: N818  it becomes a problem
    """The service did not answer as it should; the text says why, in plain words."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> NoReturn:
        raise EndpointFault("it sends the request on to another address")


@dataclass(frozen=True)
class Endpoint:
    """A service that may be asked. `url` is where texts are sent; `key` is never shown."""

    url: str
    seconds: float = SECONDS
    key: str = field(default="", repr=False)

    def translate(self, text: str, source: str, target: str) -> str:
        """Return the translation of a text; EndpointFault where there is none."""
        wanted = {"q": text, "source": source, "target": target, "format": "text"}
        return self._text(wanted, lambda answer: answer["translatedText"])

    def complete(self, instructions: str, text: str, model: str) -> str:
        """Return what a language model answers to a text; EndpointFault where there is none."""
        messages = [
            {"role": "system", "content": instructions},
            {"role": "user", "content": text},
        ]
        wanted = {"messages": messages, "temperature": 0, "stream": False}
        named = {"model": model} if model else {}
        return self._text(
            {**named, **wanted}, lambda answer: answer["choices"][0]["message"]["content"]
        )

    def _text(self, wanted: Mapping[str, Any], part: Callable[[Any], Any]) -> str:
        """Return the text that is a part of the answer."""
        answer = self._within_time(json.dumps(wanted).encode())
        try:
            found = part(json.loads(answer.decode("utf-8")))
        except (ValueError, KeyError, TypeError, IndexError, RecursionError):
            raise EndpointFault("its answer is not the JSON that was asked for") from None
        if not isinstance(found, str) or not found.strip():
            raise EndpointFault("its answer holds no text")
        return found

    def _within_time(self, body: bytes) -> bytes:
        """Ask in a thread: a service that sends a byte now and then must not hold the program."""
        done: list[bytes | Exception] = []

        def ask() -> None:
            try:
                done.append(self._ask(body))
            except Exception as error:  # told by the caller, whatever it is
                done.append(error)

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(self.seconds)
        answer = done[0] if done else TimeoutError()
        if isinstance(answer, EndpointFault):
            raise answer
        if isinstance(getattr(answer, "reason", answer), TimeoutError):
            raise EndpointFault(f"it did not answer within {self.seconds:g} seconds")
        if isinstance(answer, Exception):
            raise EndpointFault(_why(answer))
        return answer

    def _ask(self, body: bytes) -> bytes:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        request = urllib.request.Request(self.url, data=body, headers=headers, method="POST")  # noqa: S310
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect())
        with opener.open(request, timeout=self.seconds) as response:
            answer: bytes = response.read(MAX_ANSWER + 1)
        if len(answer) > MAX_ANSWER:
            raise EndpointFault("its answer is longer than a megabyte")
        return answer


def _why(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"it answered with the error {error.code}"
    if isinstance(error, urllib.error.URLError):
        reason = error.reason
        return f"it cannot be reached ({getattr(reason, 'strerror', None) or reason})"
    return f"the connection broke ({type(error).__name__})"


TRANSLATING = "/translate"
CHATTING = "/chat/completions"


def open_endpoint(
    url: str,
    allowed: Collection[str],
    seconds: float = SECONDS,
    action: str = TRANSLATING,
    key: str = "",
) -> Endpoint:
    """Return the service at an address, if texts may be sent there.

    `allowed` are hosts that the user names. Beyond this machine texts go encrypted only. `action`
    ends the path of the address, where it does not end so already.
    Stop(2): endpoint-url, endpoint-refused, endpoint-plain.
    """
    parts = _parts(url)
    host = (parts.hostname or "").lower().rstrip(".")
    if not _on_this_machine(host):
        if host not in {name.lower().rstrip(".") for name in allowed}:
            raise Stop(2, problem("endpoint-refused", Place(""), host=host))
        if parts.scheme != "https":
            raise Stop(2, problem("endpoint-plain", Place(""), host=host))
    path = parts.path.rstrip("/")
    if not path.endswith(action):
        path = (path or ("/v1" if action == CHATTING else "")) + action
    return Endpoint(urlunsplit((parts.scheme, parts.netloc, path, "", "")), seconds, key)


def _parts(url: str) -> SplitResult:
    def refuse(why: str) -> Stop:
        return Stop(2, problem("endpoint-url", Place(""), url=url[:200], why=why))

    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  a port that is no number is told here
    except ValueError:
        raise refuse("it cannot be read") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise refuse("it begins with http:// or https:// and names a host")
    if parts.username is not None or parts.query or parts.fragment or not url.isascii():
        raise refuse("it has no user, no question mark, no # and no letters beyond English ones")
    if any(sign.isspace() or ord(sign) < 32 for sign in url):
        raise refuse("it has no spaces")
    return parts


def _on_this_machine(host: str) -> bool:
    """Whether a host is a loopback address; `localhost` must lead to nothing else."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        if host != "localhost":
            return False
    try:
        found = socket.getaddrinfo(host, None)
    except OSError:
        return False
    return all(ipaddress.ip_address(address[4][0]).is_loopback for address in found)
