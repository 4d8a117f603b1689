"""What a new dossier leaves to its owner, in [square brackets] → what is still to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.model.dossier import Dossier
from report.model.place import read_at
from report.model.problem import Problem, problem

_LEFT = re.compile(r"\[[^\]\[@…][^\]\[]*\]")


def is_unfilled(text: str) -> bool:
    """Say whether a text is nothing but words in square brackets."""
    return bool(_LEFT.fullmatch(text.strip()))


def unfilled(dossier: Dossier) -> Iterator[Problem]:
    """Yield `unfilled` for the texts that a new dossier has no words for."""
    for text in (dossier.title, dossier.organisation.name, dossier.summary):
        if is_unfilled(text):
            yield problem("unfilled", read_at(text, dossier.place), text=text.strip())


def claims_nothing(dossier: Dossier) -> bool:
    """Say whether a dossier has no findings and no text that would need some."""
    texts = (dossier.key_messages, dossier.recommendations, dossier.timeline, dossier.method)
    said = any(texts) or any(section.text for section in dossier.sections)
    return not (dossier.findings or said) and is_unfilled(dossier.summary)
