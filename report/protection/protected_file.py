"""`protected.yaml` → the persons who must appear in no output.

The problems of this file never show a word of it: they say where, and what is wrong in general.
"""

from __future__ import annotations

from typing import Any

from report.dossier.field_types import LINE
from report.dossier.folder import MEBIBYTE
from report.dossier.kinds import (
    IDENTIFIER,
    BooleanKind,
    Field,
    ListKind,
    RecordKind,
    TableKind,
)
from report.dossier.nodes import read_nodes
from report.model.person import Person
from report.model.place import Place
from report.model.problem import Problems
from report.protection.guard import Guard
from report.protection.vocabulary import words_of_name

PROTECTED_FILE = "protected.yaml"
MAX_PROTECTED = MEBIBYTE


def _person(values: dict[str, Any], place: Place) -> Person:
    pseudonym = {str(lang): str(name) for lang, name in values.pop("pseudonym", ())}
    return Person(place=place, pseudonym=pseudonym, **values)


_PERSON = RecordKind(
    "a person",
    {
        "id": Field(IDENTIFIER, "id, the only thing that a message shows; tells nothing", True),
        "names": Field(ListKind(LINE, filled=True), "full names, as first known", True),
        "spellings": Field(ListKind(LINE), "the same names in other alphabets and spellings"),
        "also": Field(ListKind(LINE), "short forms and nicknames, each looked for alone"),
        "pseudonym": Field(TableKind(LINE), "what is printed instead, by language"),
        "alone": Field(BooleanKind(), "whether the surname alone is looked for; default true"),
    },
    _person,
)
PERSONS = ListKind(_PERSON)

# What a problem of the file may say, by the code that it has in any other file.
_WHY = {
    "wrong-encoding": "it is not UTF-8 text",
    "forbidden-character": "an invisible or reordering character stands here",
    "yaml-syntax": "the line is not YAML",
    "duplicate-key": "a field is given twice",
    "hash-in-text": "a # behind a space starts a remark: put the text in quotation marks",
    "missing-field": "a field is missing: id and names are needed",
    "unknown-key": "this field is not known: id, names, spellings, also, pseudonym, alone are",
    "wrong-type": "this is not what the field takes",
    "wrong-id": "a key under “pseudonym” is a language tag such as ru",
    "empty-list": "the list is empty",
    "text-too-long": "the text is far too long for a name",
}


def read_persons(data: bytes, path: str, problems: Problems) -> tuple[Person, ...]:
    """Return the persons of a list; what cannot be read is told as `protected-unread`."""
    found = Problems()
    node = read_nodes(data, path, found)
    persons = (PERSONS.read(node, found) or ()) if node is not None else ()
    if node is None and not found.errors:
        problems.add("protected-unread", Place(path), why="it holds nothing")
    for one in found:
        why = _WHY.get(one.code, "the file is not as it should be")
        problems.add("protected-unread", one.place, why=why)
    _distinct(persons, problems)
    return persons


def _distinct(persons: tuple[Person, ...], problems: Problems) -> None:
    seen = set()
    for person in persons:
        if str(person.id) in seen:
            problems.add("protected-unread", person.place, why="its id is already given")
        seen.add(str(person.id))
        for name in (*person.names, *person.spellings, *person.also):
            if not words_of_name(name):
                place = getattr(name, "place", person.place)
                problems.add("protected-unread", place, why="a name has no letters")


def check_persons(guard: Guard, problems: Problems) -> None:
    """Tell ids and pseudonyms that hold a name, and surnames that are ordinary words."""
    for number, person in enumerate(guard.persons):
        if guard.named_in(person.id):
            problems.add("protected-id", person.place)
        for lang, pseudonym in person.pseudonym.items():
            if guard.named_in(pseudonym):
                words = {"id": person.id, "lang": lang}
                problems.add("protected-pseudonym", person.place, person.id, **words)
        if number in guard.matcher.common:
            problems.add("protected-common", person.place, person.id, id=person.id)
        if number in guard.matcher.ordinary:
            problems.add("protected-ordinary", person.place, person.id, id=person.id)
