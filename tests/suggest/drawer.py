"""The type of the fixture that draws suggestions out of a short text."""

from __future__ import annotations

from collections.abc import Callable

from report.suggest.suggestion import Suggestion

Drawer = Callable[..., list[Suggestion]]
