"""The one fetcher that the renderer is given: it asks `Resources`, never the network or a disk.

Knows the renderer's interface and nothing of what may be read.
"""

from __future__ import annotations

from typing import Any, NoReturn

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from report.press.resources import RefusedError, Resources

# A BaseException, so that `except Exception` does not stop it: callers name it.
FatalRefusal = FatalURLFetchingError


class Fetcher(URLFetcher):
    """Serves `resources`; a refusal stops the rendering wherever the renderer lets it."""

    def __init__(self, resources: Resources) -> None:
        # No protocol is allowed to the class we come from, should any of its ways be left open.
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)  # type: ignore[no-untyped-call]
        self.resources = resources
        self.asked: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        """Return the response for `url`; raise FatalRefusal for what may not be read."""
        self.asked.append(url)
        try:
            resource = self.resources.read(url)
        except RefusedError as refused:
            raise FatalRefusal(str(refused)) from refused
        return URLFetcherResponse(url, resource.content, {"Content-Type": resource.media_type})

    def open(self, *_arguments: Any, **_named: Any) -> NoReturn:
        """Refuse: this is the way of the class we come from to the network."""
        raise FatalRefusal("nothing is opened but by name")
