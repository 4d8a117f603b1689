"""Profiles of session products: shipped in `templates/profiles/`, or a dossier's own.

A profile is data: `profiles/<name>.yaml`. A dossier's own may not take the name of a shipped one,
so that a name always means the same rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from report.dossier.field_types import ADDRESS, BOOLEAN, DATE, LANGUAGE, LINE
from report.dossier.folder import MEBIBYTE, DiskFolder, Folder, Unreadable
from report.dossier.kinds import (
    ID,
    IDENTIFIER,
    WHOLE,
    EnumKind,
    Field,
    Kind,
    ListKind,
    PatternKind,
    RecordKind,
    TableKind,
    TextKind,
)
from report.dossier.nodes import read_nodes
from report.dossier.shipped import templates_path
from report.model.place import Place, read_at
from report.model.problem import Problems
from report.model.profile import (
    Counted,
    FileType,
    Languages,
    Limit,
    Made,
    Mark,
    Numbering,
    Part,
    Profile,
    Rule,
    Source,
    Typeface,
    Unit,
)

FOLDER = "profiles"
MAX_PROFILE = MEBIBYTE // 4
POINTS = PatternKind(r"[0-9]{1,2}(\.[0-9])?", "a size in points, as 10 or 10.5")


_KNOWN = {
    "mark": Field(EnumKind(Mark), "how far it was checked against its source", True),
    "binding": Field(BOOLEAN, "whether the body enforces it; default false"),
    "source": Field(IDENTIFIER, "id of the source in which it was seen"),
    "note": Field(TextKind("what a user must know"), "what a user must know"),
}


def _rule(name: str, fields: dict[str, Field], value: Any) -> RecordKind[Rule[Any]]:
    """Return the kind of a rule: `value` makes what it says of the values of its own fields."""

    def build(values: dict[str, Any], place: Place) -> Rule[Any]:
        own = {key: values[key] for key in fields if key in values}
        known = {key: values[key] for key in _KNOWN if key in values}
        return Rule(value(own), place=place, **known)

    return RecordKind(name, {**fields, **_KNOWN}, build)


def _one(name: str, kind: Kind[Any], about: str) -> RecordKind[Rule[Any]]:
    return _rule(name, {"is": Field(kind, about, True)}, lambda own: own["is"])


LIMIT = _rule(
    "a limit",
    {
        "most": Field(WHOLE, "the number that may not be exceeded", True),
        "unit": Field(EnumKind(Unit), "what is counted", True),
    },
    lambda own: Limit(own["unit"], own["most"]),
)
LANGUAGES = _rule(
    "the languages",
    {
        "is": Field(ListKind(LANGUAGE, filled=True), "language tags that are accepted", True),
        "preferred": Field(ListKind(LANGUAGE), "those of them that are preferred"),
    },
    lambda own: Languages(tuple(map(str, own["is"])), tuple(map(str, own.get("preferred", ())))),
)
TYPEFACE = _rule(
    "the typeface",
    {
        "family": Field(LINE, "name of the typeface", True),
        "points": Field(POINTS, "size of the text in points", True),
        "note_points": Field(POINTS, "size of notes in points; default: that of the text"),
        "emphasis": Field(BOOLEAN, "whether bold, italics and underlining may be used"),
        "justified": Field(BOOLEAN, "whether lines are justified; default false"),
    },
    lambda own: Typeface(
        family=str(own["family"]),
        points=float(own["points"]),
        note_points=float(own.get("note_points", own["points"])),
        emphasis=own.get("emphasis", True),
        justified=own.get("justified", False),
    ),
)
SOURCE = RecordKind(
    "a source of rules",
    {
        "title": Field(LINE, "what it is", True),
        "url": Field(ADDRESS, "its address"),
        "dated": Field(LINE, "its date, in words"),
    },
    lambda values, _place: Source(**values),
)

PROFILE = RecordKind(
    "a profile",
    {
        "profile": Field(PatternKind("1", "1, the version of the format"), "format version", True),
        "name": Field(IDENTIFIER, "its name, that of the file", True),
        "title": Field(LINE, "what product it rules", True),
        "body": Field(LINE, "the body whose rules these are", True),
        "edition": Field(EnumKind(Made), "the edition that it rules", True),
        "joint": Field(IDENTIFIER, "the profile of the same by several organisations"),
        "checked_on": Field(DATE, "when the rules were last checked", True),
        "sources": Field(TableKind(SOURCE), "ids, each with a source of rules"),
        "limits": Field(ListKind(LIMIT, filled=True), "how long it may be", True),
        "notes_count": Field(
            _one("a rule", EnumKind(Counted), "true, false or not-verified"),
            "whether foot- and endnotes count towards the limit",
        ),
        "front_counts": Field(
            _one("a rule", EnumKind(Counted), "true, false or not-verified"),
            "whether names, title and key words at the start count towards the limit",
        ),
        "languages": Field(LANGUAGES, "languages that the body takes", True),
        "file_type": Field(
            _one("a rule", EnumKind(FileType), "docx, pdf or spoken"), "what the body takes", True
        ),
        "paragraphs": Field(
            _one("a rule", EnumKind(Numbering), "continuous or none"), "how they are numbered"
        ),
        "page_numbers": Field(_one("a rule", BOOLEAN, "true or false"), "whether pages have one"),
        "typeface": Field(TYPEFACE, "how letters must look"),
        "smart": Field(
            _one("a rule", BOOLEAN, "true or false"),
            "whether recommendations should have a deadline and an indicator",
        ),
        "parts": Field(
            ListKind(_one("a part", EnumKind(Part), "the part")), "parts that it must have"
        ),
        "advice": Field(
            ListKind(_one("a rule", TextKind(), "what the body asks for")),
            "what no program can check",
        ),
    },
    lambda values, place: Profile(
        place=place,
        sources={str(key): source for key, source in values.pop("sources", ())},
        **{key: value for key, value in values.items() if key != "profile"},
    ),
)


def read_profiles(folder: Folder, problems: Problems) -> Mapping[str, Profile]:
    """Return the shipped profiles and a dossier's own, by name, with all problems of its own."""
    shipped = shipped_profiles()
    own = dict(_read(folder, problems))
    for name, profile in list(own.items()):
        if name in shipped:
            problems.add("profile-name-taken", profile.place, name, name=name)
            del own[name]
    found = {**shipped, **own}
    for profile in own.values():
        if profile.joint and profile.joint not in found:
            place = read_at(profile.joint, profile.place)
            _unknown(profile.joint, found, place, problems)
    return found


@cache
def shipped_profiles() -> Mapping[str, Profile]:
    """Return the profiles that travel with the program, by name."""
    problems = Problems()
    found = dict(_read(DiskFolder(templates_path()), problems))
    if problems.errors:
        raise RuntimeError(f"a shipped profile is broken: {next(iter(problems))}")
    return found


def _read(folder: Folder, problems: Problems) -> list[tuple[str, Profile]]:
    try:
        names = folder.names(FOLDER)
    except Unreadable as unreadable:
        problems.extend([unreadable.problem])
        return []
    profiles = []
    for file_name in names:
        stem, _, ending = file_name.rpartition(".")
        if ending == "yaml" and (profile := _profile(folder, stem, problems)):
            profiles.append((stem, profile))
    return profiles


def _profile(folder: Folder, stem: str, problems: Problems) -> Profile | None:
    path = f"{FOLDER}/{stem}.yaml"
    if not ID.fullmatch(stem):
        problems.add("wrong-id", Place(path), id=stem[:40])
        return None
    try:
        data = folder.read(path, MAX_PROFILE)
    except Unreadable as unreadable:
        problems.extend([unreadable.problem])
        return None
    node = read_nodes(data, path, problems)
    if node is None:
        if not any(p.place.path == path for p in problems):
            problems.add("empty-file", Place(path), path=path)
        return None
    profile = PROFILE.read(node, problems)
    return None if profile is None else _checked(profile, stem, problems)


def _checked(profile: Profile, stem: str, problems: Problems) -> Profile:
    """Tell a name that is not the file's, and each rule that claims more than it can show."""
    if profile.name != stem:
        place = read_at(profile.name, profile.place)
        problems.add("profile-name", place, stem, name=profile.name, file=f"{stem}.yaml")
    for name, rule in profile.rules():
        if rule.known and rule.source not in profile.sources:
            known = ", ".join(profile.sources) or "none is listed"
            place = read_at(rule.source, rule.place)
            problems.add("rule-unsourced", place, stem, rule=name, mark=rule.mark, known=known)
        if rule.binding and not rule.known:
            problems.add("rule-unverified-binding", rule.place, stem, rule=name)
    for limit in profile.limits:
        if limit.value.unit not in COUNTABLE[profile.edition]:
            units = " or ".join(COUNTABLE[profile.edition])
            words = {"unit": limit.value.unit, "edition": profile.edition, "units": units}
            problems.add("limit-uncountable", limit.place, stem, **words)
    return replace(profile, name=stem)


# A Word file has other pages on each machine, so nothing can be promised of their number.
COUNTABLE = {
    Made.SUBMISSION: (Unit.WORDS,),
    Made.STATEMENT: (Unit.SECONDS, Unit.WORDS),
    Made.FACTSHEET: (Unit.PAGES,),
    Made.BRIEF: (Unit.PAGES,),
}


def _unknown(name: str, known: Mapping[str, Profile], place: Place, problems: Problems) -> None:
    problems.add("unknown-profile", place, str(name), name=name, known=", ".join(sorted(known)))
