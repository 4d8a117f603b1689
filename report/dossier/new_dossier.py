"""A title and a few words more → the files of a dossier that builds at once, each field explained.

Every value is written so that no letter of it can be read as YAML. Knows no disk.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Template
from typing import Any

from report.dossier.shipped import read_shipped_yaml, templates_path
from report.model.dates import PartialDate

SCHEMA_FOLDER = ".schema"
_COMMENTED = """\
# session:
#   body: "United Nations Human Rights Council"
#   name: "Sixty-first session\""""
_NAMED = """\
session:
  body: $body
  # name: "Sixty-first session"
  # item: "Agenda item"
  # date: 2026-02-23/2026-04-02
  # place: Geneva"""


@dataclass(frozen=True)
class NewDossier:
    """What is known of a dossier at its beginning; `organisation` and `session` may be empty."""

    id: str
    title: str
    organisation: str
    language: str
    session: str
    date: PartialDate


def modeline(file: str, above: str = "") -> str:
    """Return the remark by which an editor finds the schema of a file; `above` as `../`."""
    return f"# yaml-language-server: $schema={above}{SCHEMA_FOLDER}/{file}.json\n"


def new_files(new: NewDossier) -> dict[str, str]:
    """Return the texts of the files by their paths; KeyError for a language without words."""
    words = words_of_its_own(new.language)
    session = Template(_NAMED).substitute(body=_quoted(new.session)) if new.session else _COMMENTED
    settings = Template(_shipped("dossier.yaml")).substitute(
        id=new.id,
        title=_quoted(new.title),
        date=new.date,
        language=new.language,
        organisation=_quoted(new.organisation or words["organisation"]),
        session=session,
        summary=words["summary"],
        **{kind: _quoted(heading) for kind, heading in words["sections"].items()},
    )
    return {
        ".gitignore": _shipped("gitignore"),
        "findings.yaml": modeline("findings") + _shipped("findings.yaml"),
        "dossier.yaml": modeline("dossier") + settings,
    }


def words_of_its_own(lang: str) -> Mapping[str, Any]:
    """Return what the program writes into a dossier of a language; KeyError where it has none."""
    found: Mapping[str, Any] = _words()[lang]
    return found


@cache
def _words() -> Any:
    return read_shipped_yaml(templates_path() / "new" / "words.yaml")


def _shipped(name: str) -> str:
    return (templates_path() / "new" / name).read_text(encoding="utf-8")


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
