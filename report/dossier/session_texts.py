"""The fields `session`, `submission` and `statement`, and whether they go with their profiles."""

from __future__ import annotations

from report.dossier.field_types import LINE, TEXT, WHEN
from report.dossier.kinds import (
    IDENTIFIER,
    IDENTIFIERS,
    EnumKind,
    Field,
    ListKind,
    RecordKind,
)
from report.model.dossier import Dossier
from report.model.place import Place, read_at
from report.model.problem import Problems
from report.model.profile import Made, Part, Profile
from report.model.session import Session, Statement, Status, Submission, Submitter

SESSION = RecordKind(
    "the session",
    {
        "body": Field(LINE, "the body that meets", True),
        "name": Field(LINE, "name of the session"),
        "item": Field(LINE, "agenda item"),
        "date": Field(WHEN, "date or interval"),
        "place": Field(LINE, "where it meets"),
    },
    lambda values, _place: Session(**values),
)

_SUBMITTER = RecordKind(
    "an organisation that submits",
    {
        "name": Field(LINE, "its name, as in the ECOSOC database where it stands there", True),
        "status": Field(EnumKind(Status), "its consultative status; default: none"),
    },
    lambda values, _place: Submitter(**values),
)

SUBMISSION = RecordKind(
    "the submission",
    {
        "profile": Field(IDENTIFIER, "whose rules it follows: report session list", True),
        "title": Field(LINE, "its title; default: that of the brief"),
        "organisations": Field(
            ListKind(_SUBMITTER, filled=True), "who submits; default: the organisation"
        ),
        "supporters": Field(ListKind(LINE), "supporters without ECOSOC status"),
        "keywords": Field(ListKind(LINE), "key words"),
        "introduction": Field(TEXT, "what it says in a paragraph or two, in Markdown"),
        "findings": Field(IDENTIFIERS, "ids of its findings; default: all of the brief"),
        "recommendations": Field(IDENTIFIERS, "ids of its recommendations; default: all"),
    },
    lambda values, place: Submission(place=place, **values),
)

STATEMENT = RecordKind(
    "the statement",
    {
        "profile": Field(IDENTIFIER, "whose rules it follows: report session list", True),
        "text": Field(TEXT, "what is said, a paragraph a thought, in Markdown with marks", True),
    },
    lambda values, place: Statement(place=place, **values),
)


def check_session_texts(dossier: Dossier, problems: Problems) -> None:
    """Add the problems of submission and statement with their profiles.

    Codes: unknown-profile, profile-of-other, part-missing, part-advised, status-missing,
    rests-on-unchosen.
    """
    submission, statement = dossier.submission, dossier.statement
    if statement is not None:
        _profile(dossier, statement.profile, Made.STATEMENT, statement.place, problems)
    if submission is None:
        return
    _rests(dossier, submission, problems)
    profile = _profile(dossier, submission.profile, Made.SUBMISSION, submission.place, problems)
    if profile is None:
        return
    for rule in profile.parts:
        if not _has(dossier, submission, rule.value):
            code = "part-missing" if rule.binding else "part-advised"
            problems.add(code, submission.place, part=NAMES[rule.value], profile=profile.name)
    if profile.requires(Part.NAMES_BY_STATUS):
        for one in submission.organisations:
            if one.status is Status.NONE:
                place = read_at(one.name, submission.place)
                problems.add("status-missing", place, name=one.name)


def _rests(dossier: Dossier, submission: Submission, problems: Problems) -> None:
    """Tell each recommendation of the submission that rests on none of its findings."""
    chosen, asked = set(submission.findings), set(submission.recommendations)
    for call in dossier.recommendations:
        left = call.rests_on and chosen and not chosen & set(call.rests_on)
        if left and (not asked or call.id in asked):
            problems.add("rests-on-unchosen", submission.place, str(call.id), id=call.id)


def _profile(
    dossier: Dossier, name: str, edition: Made, place: Place, problems: Problems
) -> Profile | None:
    profile = dossier.profiles.get(str(name))
    at = read_at(name, place)
    fitting = sorted(one.name for one in dossier.profiles.values() if one.edition is edition)
    if profile is None:
        problems.add("unknown-profile", at, name=name, known=", ".join(fitting))
    elif profile.edition is not edition:
        words = {"other": profile.edition, "edition": edition, "known": ", ".join(fitting)}
        problems.add("profile-of-other", at, name=name, **words)
        return None
    return profile


NAMES = {
    Part.NAMES_FIRST: "the names of those who submit",
    Part.NAMES_BY_STATUS: "the names of those who submit (organisations: name, status)",
    Part.INTRODUCTION: "an introduction of its own",
    Part.KEYWORDS: "key words",
    Part.SUPPORTERS_NOTE: "a note on supporters",
    Part.AGENDA_ITEM: "the agenda item (session: item, as “Agenda item 4”)",
    Part.RECOMMENDATIONS: "recommendations",
}


def _has(dossier: Dossier, submission: Submission, part: Part) -> bool:
    """Whether the dossier gives what a part needs; names and the note on supporters always do."""
    given = {
        Part.INTRODUCTION: bool(submission.introduction),
        Part.KEYWORDS: bool(submission.keywords),
        Part.AGENDA_ITEM: bool(dossier.session and dossier.session.item),
        Part.RECOMMENDATIONS: bool(dossier.recommendations),
        Part.NAMES_BY_STATUS: bool(submission.organisations),
    }
    return given.get(part, True)
