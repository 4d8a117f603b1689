"""Compiled templates, kept for the process: an edition and a language have each their environment.

Loads Jinja; nothing is written to a disk.
"""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_kept: dict[tuple[str, str], CodeType] = {}


class Compiled(BytecodeCache):
    """Keeps what a template was compiled to for as long as its text stays the same."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand out what was kept for the name and the checksum of a template."""
        bucket.code = _kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code is not None:
            _kept[bucket.key, bucket.checksum] = bucket.code
