"""Addresses in HTML and CSS -> the bytes they may have: those that were given by name.

The only addresses are `resource:NAME`, for bytes in memory: nothing is read from a disk or a
network while pages are made. Every other address is refused, and each refusal is kept. Knows
nothing of the renderer.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

_PREFIX = "resource:"
_MEDIA_TYPES = mimetypes.MimeTypes()


class RefusedError(Exception):
    """An address that may not be read; the text is the reason."""


@dataclass(frozen=True)
class Refusal:
    """An address that was asked for and refused."""

    url: str
    reason: str


@dataclass(frozen=True)
class Resource:
    """What an address stands for."""

    content: bytes
    media_type: str


@dataclass
class Resources:
    """All that the pages may use: bytes by name."""

    named: Mapping[str, bytes] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)

    def read(self, url: str) -> Resource:
        """Return what `url` stands for; raise RefusedError, and remember it, for anything else."""
        name = unquote(url.removeprefix(_PREFIX))
        if not url.startswith(_PREFIX):
            raise self._refused(url, "only what is given by name is served")
        if name not in self.named:
            raise self._refused(url, "there is no such resource")
        media_type, _ = _MEDIA_TYPES.guess_type(name)
        return Resource(self.named[name], media_type or "application/octet-stream")

    def _refused(self, url: str, reason: str) -> RefusedError:
        self.refusals.append(Refusal(shortened(url), reason))
        return RefusedError(reason)


def shortened(url: str, length: int = 120) -> str:
    """Return `url` fit for a message: printable and not endless."""
    printable = "".join(c if c.isprintable() else "\ufffd" for c in url[: length + 1])
    return printable if len(printable) <= length else printable[: length - 1] + "…"
