"""For whom an edition is made."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """Everybody, or trusted hands: those alone get what is restricted."""

    PUBLIC = "public"
    TRUSTED = "trusted"
