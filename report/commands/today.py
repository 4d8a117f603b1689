"""The day on which something is recorded: a UTC day, which names no time zone."""

from __future__ import annotations

import datetime
import os

from report.model.place import Place
from report.model.problem import Stop, problem


def today() -> datetime.date:
    """Return the UTC day, or that of SOURCE_DATE_EPOCH; Stop(2) with wrong-epoch."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        place = Place("SOURCE_DATE_EPOCH")
        raise Stop(2, problem("wrong-epoch", place, value=epoch[:40])) from None
