"""`translations/approvals.yaml`: which translations were reviewed or approved, and by which role.

An approval is bound to a SHA-256 of key, source and target: an edit of either text voids it. It
names a role or initials, never a person; translators can be at risk.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from report.dossier.field_types import LANGUAGE, LINE
from report.dossier.folder import MEBIBYTE, Folder, read_optional
from report.dossier.kinds import SHA256, EnumKind, Field, ListKind, RecordKind
from report.dossier.nodes import read_nodes
from report.model.place import Place
from report.model.problem import Problems

APPROVALS_FILE = "translations/approvals.yaml"
MAX_APPROVALS = 4 * MEBIBYTE
# A role in small letters ("legal reviewer", «юрист»), or up to four initials.
_ROLE = re.compile(r"(?:[^\W\d_A-ZА-ЯЁ][\w -]{1,60})|(?:[^\W\d_]\.? ?){1,4}")
_HEAD = """\
# Which translations were reviewed or approved. Written by `report translate approve`.
# Each line is bound to the key, the source and the translation: an edit of either voids it.
"""


class Degree(StrEnum):
    """How far people have looked at a translation."""

    REVIEWED = "reviewed"
    APPROVED = "approved"


@dataclass(frozen=True)
class Approval:
    """One translation that somebody in a role stands for."""

    lang: str
    key: str
    degree: Degree
    by: str
    sha256: str
    place: Place


def is_role(text: str) -> bool:
    """Whether a text can be a role or initials; a name has a capital and small letters."""
    words = text.split()
    return _ROLE.fullmatch(text) is not None and not any(
        word[0].isupper() and len(word.rstrip(".")) > 1 and not word.isupper() for word in words
    )


def fingerprint(key: str, source: str, target: str) -> str:
    """Return the SHA-256 that an approval is bound to."""
    return hashlib.sha256("\0".join((key, source, target)).encode()).hexdigest()


def _approval(values: dict[str, Any], place: Place) -> Approval:
    words = {name: str(values[name]) for name in ("lang", "key", "by", "sha256")}
    return Approval(degree=values["degree"], place=place, **words)


APPROVAL = RecordKind(
    "an approval",
    {
        "lang": Field(LANGUAGE, "language of the translation", True),
        "key": Field(LINE, "key of the unit", True),
        "degree": Field(EnumKind(Degree), "reviewed or approved", True),
        "by": Field(LINE, "role or initials, never a name", True),
        "sha256": Field(SHA256, "what it is bound to; written by the program", True),
    },
    _approval,
)
APPROVALS = ListKind(APPROVAL)


def read_approvals(folder: Folder, problems: Problems) -> tuple[Approval, ...]:
    """Read the approvals of all languages; a dossier may have none."""
    data = read_optional(folder, APPROVALS_FILE, MAX_APPROVALS, problems)
    node = read_nodes(data, APPROVALS_FILE, problems) if data is not None else None
    approvals = APPROVALS.read(node, problems) or () if node is not None else ()
    for approval in approvals:
        if not is_role(approval.by):
            problems.add("approver-named", approval.place, approval.key, by=approval.by)
    return approvals


def with_approvals(existing: Iterable[Approval], new: Iterable[Approval]) -> str:
    """Return the text of the file with `new` in place of older approvals of the same units."""
    table = {(one.lang, one.key): one for one in existing}
    table |= {(one.lang, one.key): one for one in new}
    rows = [table[at] for at in sorted(table)]
    return _HEAD + "".join(map(_row, rows))


def _row(approval: Approval) -> str:
    words = {
        "lang": approval.lang,
        "key": approval.key,
        "degree": approval.degree.value,
        "by": approval.by,
        "sha256": approval.sha256,
    }
    # A JSON string is a YAML string, whatever it holds.
    pairs = ", ".join(f"{name}: {json.dumps(v, ensure_ascii=False)}" for name, v in words.items())
    return f"- {{{pairs}}}\n"
