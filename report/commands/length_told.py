"""What was counted against a limit → the lines that a build tells of it.

What nobody has verified is told with it: whether notes count, and each rule seen in no source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Length = Mapping[str, Any]


def told(length: Length) -> str:
    """Return what stands behind the path of a file: how much of the limit it takes."""
    parts = []
    for limit in length["limits"]:
        share = limit["counted"] / limit["most"]
        said = f"{limit['counted']:,} of {limit['most']:,} {limit['unit']} ({share:.0%})"
        parts.append(said if limit["mark"] != "not-verified" else f"{said}, not verified")
    return "; ".join(parts)


def further(length: Length) -> Iterator[str]:
    """Yield the lines beneath: section by section, and what nobody has verified."""
    sections = [
        f"{part['heading']} {part['text']:,}" + (f" + {part['notes']:,}" if part["notes"] else "")
        for part in length.get("sections", ())
    ]
    if sections:
        yield f"by section, text + notes: {'; '.join(sections)}"
    for field, words, what in (
        ("notes_count", length.get("notes", 0), "of notes"),
        ("front_counts", length.get("front", 0), "of names, title and key words"),
    ):
        if length.get(field) == "not-verified" and words:
            yield f"{words:,} words {what} not counted: nobody has verified whether they count"
        elif length.get(field) == "false" and words:
            yield f"{words:,} words {what} do not count"
    if paragraphs := length.get("paragraphs"):
        yield f"paragraphs begin at {', '.join(one['begins'] for one in paragraphs)}"
    if pace := length.get("pace"):
        assumed = "" if pace["mark"] != "not-verified" else ", not verified"
        yield f"at {pace['words_per_minute']} words a minute{assumed}: {pace['source']}"
    if unverified := length["not_verified"]:
        name = length["profile"]
        listed = ", ".join(word.replace("_", " ") for word in unverified)
        yield f"not verified in {name}: {listed}; report session show {name}"
