"""What a new document states of itself → the same without the names of protected persons.

A title that loses a name is no longer the document's own words: it becomes a described one. What
was left out is told, by the fields alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from report.commands.guarding import guard
from report.documents.reference import Reference
from report.model.document import Name
from report.model.place import Place
from report.model.problem import Problems
from report.protection.guard import OMISSION
from report.protection.rewriting import rewritten


def without_names(stated: Reference, path: Path, problems: Problems) -> Reference:
    """Return what may stand in a record; Problem `stated-name` with the fields that changed."""
    if not guard():
        return stated
    authors = tuple(_author(name) for name in stated.author)
    clear = rewritten(replace(stated, author=authors), _rewrite(stated.language))
    if clear.title != stated.title:
        clear = replace(clear, title="", described_title=clear.title)
    if clear.url != stated.url:
        clear = replace(clear, url="")
    changed = [*_changed(stated, clear), *(["file name"] if guard().named_in(path.name) else [])]
    if changed:
        shown = guard().cleared(str(path))
        problems.add("stated-name", Place(shown), path=shown, fields=", ".join(changed))
    return clear


def _rewrite(lang: str) -> Any:
    def rewrite(text: str, _owner: Any, _name: str) -> str:
        clear = guard().as_pseudonyms(text, lang, bracketed=True)
        return OMISSION if guard().named_in(clear) else clear

    return rewrite


def _author(name: Name) -> Name:
    whole = name.literal or f"{name.given} {name.family}"
    return Name(literal=guard().omitted(whole)) if guard().named_in(whole) else name


def _changed(stated: Reference, clear: Reference) -> Iterator[str]:
    for field in fields(stated):
        if field.name != "basis" and getattr(stated, field.name) != getattr(clear, field.name):
            yield field.name.replace("_", " ")
