"""Material → the paragraphs of a submission, section by section, with their notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from report.editions.citing import Call, Citing, NotePlan
from report.editions.front import occasion, trusted_notice, unfounded_notice
from report.editions.interface import UNREVIEWED
from report.editions.material import Material
from report.editions.notes import note_call
from report.editions.numbering import citing_of, make_notes
from report.editions.prose_markup import line_markup, to_markup
from report.editions.wording import Wording
from report.model.dossier import Recommendation, Section
from report.model.finding import Finding
from report.model.profile import Numbering, Profile
from report.model.profile import Part as Required
from report.model.session import Status, Submission, Submitter
from report.press.word.job import Block, Style

_TITLE_NOTE = "submission/title-note"


@dataclass(frozen=True)
class Part:
    """One part of the text under its heading. `front` is what stands before the first section."""

    heading: str
    blocks: tuple[Block, ...]
    front: bool = False


@dataclass(frozen=True)
class SubmissionText:
    """A whole submission. `head` stands at the top of each page; `calls` are what it asks for."""

    title: str
    parts: tuple[Part, ...]
    calls: tuple[Recommendation, ...]
    head: str = ""
    faults_heading: str = ""


def compose_submission(
    material: Material, submission: Submission, profile: Profile
) -> SubmissionText:
    """Return the submission in the language of the material's texts."""
    wording = Wording.of(material.texts.lang)
    choice = _Choice(material, submission)
    plan = _plan(material, choice)
    html, _ = make_notes(plan, material, wording)
    composer = _Composer(material, submission, profile, choice, wording, plan, html)
    draft = material.faults is not None
    notices = [wording.say("Draft: not checked, not to be passed on")] if draft else []
    notices += filter(None, [trusted_notice(material, wording)])
    return SubmissionText(
        title=composer.title,
        parts=tuple(composer.parts()),
        calls=choice.calls,
        head=" · ".join(notices),
        faults_heading=wording.say("Problems of this draft") if draft else "",
    )


class _Choice:
    """What a submission holds: the sections with a chosen finding, and the recommendations."""

    def __init__(self, material: Material, submission: Submission) -> None:
        dossier = material.dossier
        named = {str(name) for name in submission.findings}
        self.sections: list[tuple[int, Section, tuple[Finding, ...]]] = []
        for number, section in enumerate(dossier.sections, 1):
            chosen = tuple(
                dossier.finding_by_id[name]
                for name in section.findings
                if not named or str(name) in named
            )
            if chosen or (section.text and not named):
                self.sections.append((number, section, chosen))
        asked = [str(name) for name in submission.recommendations]
        by_id = {str(call.id): call for call in dossier.recommendations}
        self.calls: tuple[Recommendation, ...] = (
            tuple(by_id[name] for name in asked) if asked else dossier.recommendations
        )
        self.supporters = submission.supporters


def _plan(material: Material, choice: _Choice) -> NotePlan:
    """Number the notes in the order of the text."""
    texts, citing, plan = material.texts, citing_of(material), NotePlan()
    if choice.supporters:
        plan.add(_TITLE_NOTE, [Call((), ())])
    for key in texts.numbered("submission/introduction"):
        _planned(plan, citing, material, key)
    for number, _, findings in choice.sections:
        for key in texts.numbered(f"sections/{number}/text"):
            _planned(plan, citing, material, key)
        for finding in findings:
            keys = texts.numbered(f"findings/{finding.id}/statement")
            bare = "[@" not in finding.statement
            for key in keys:
                _planned(plan, citing, material, key, finding, last=bare and key == keys[-1])
    for call in choice.calls:
        _planned(plan, citing, material, f"recommendations/{call.id}/text")
    return plan


def _planned(  # noqa: PLR0913  what a call of notes depends on
    plan: NotePlan,
    citing: Citing,
    material: Material,
    key: str,
    scope: Finding | None = None,
    *,
    last: bool = False,
) -> None:
    texts = material.texts
    plan.add(key, citing.calls(texts.units[key], texts, scope, last=last))


@dataclass
class _Composer:
    """Makes the parts in order."""

    material: Material
    submission: Submission
    profile: Profile
    choice: _Choice
    wording: Wording
    plan: NotePlan
    notes: Mapping[int, Markup]

    @property
    def title(self) -> str:
        """The title of the submission, or that of the brief."""
        texts = self.material.texts
        return texts.line("submission/title") or texts.line("title")

    def parts(self) -> Iterator[Part]:
        """Yield every part that has something to say."""
        yield Part("", tuple(self._front()), front=True)
        introduction = self.material.texts.numbered("submission/introduction")
        if introduction:
            yield self._part(self.wording.say("Introduction"), self._paragraphs(introduction))
        for number, _, findings in self.choice.sections:
            key = f"sections/{number}"
            blocks = self._paragraphs(self.material.texts.numbered(f"{key}/text"))
            for finding in findings:
                blocks += self._finding(finding)
            yield self._part(self.material.texts.line(f"{key}/heading"), blocks)
        if self.choice.calls:
            yield self._part(self.wording.say("Recommendations"), list(self._calls()))

    def _part(self, heading: str, blocks: Sequence[Block]) -> Part:
        first = Block(Style.HEADING_1, line_markup(heading, self.wording.lang))
        return Part(heading, (first, *blocks))

    def _front(self) -> Iterator[Block]:
        texts = self.material.texts
        for line in self._names():
            yield Block(Style.SUBMITTERS, escape(line))
        yield Block(Style.TITLE, self._title())
        if line := occasion(self.material):
            yield Block(Style.SUBTITLE, escape(line))
        words = [texts.line(key) for key in texts.numbered("submission/keywords")]
        if words:
            said = self.wording.say("Key words: %(words)s", words=", ".join(words))
            yield Block(Style.KEY_WORDS, escape(said))
        if notice := unfounded_notice(self.material, self.wording):
            yield Block(Style.NOTICE, escape(notice))
        if not texts.reviewed(texts.keys_of("submission")):
            yield Block(Style.NOTICE, escape(self.wording.say(UNREVIEWED)))

    def _names(self) -> Iterator[str]:
        """Yield the names of all who submit; by status where the body wants it so."""
        submitting = self.submission.organisations
        if self.profile.joint or not submitting:  # its rules are for one organisation
            submitting = (Submitter(self.material.texts.organisation),)
        if not self.profile.requires(Required.NAMES_BY_STATUS):
            yield self.wording.say("Submitted by: %(names)s", names=_joined(submitting))
            return
        heads = {
            Status.GENERAL: self.wording.say("In general consultative status: %(names)s"),
            Status.SPECIAL: self.wording.say("In special consultative status: %(names)s"),
            Status.ROSTER: self.wording.say("On the roster: %(names)s"),
            Status.NONE: self.wording.say("Submitted by: %(names)s"),
        }
        for status, head in heads.items():
            if group := [one for one in submitting if one.status is status]:
                yield head % {"names": _joined(group)}

    def _title(self) -> Markup:
        title = line_markup(self.title, self.wording.lang)
        if not self.choice.supporters:
            return title
        said = self.wording.say(
            "Supported by organisations without consultative status: %(names)s.",
            names="; ".join(self.choice.supporters),
        )
        number = self.plan.calls[_TITLE_NOTE][0]
        assert number is not None
        return title + note_call(Markup(""), number, escape(said))

    def _finding(self, finding: Finding) -> list[Block]:
        texts, key = self.material.texts, f"findings/{finding.id}"
        heading = line_markup(texts.line(f"{key}/heading"), self.wording.lang)
        return [
            Block(Style.HEADING_2, heading),
            *self._paragraphs(texts.numbered(f"{key}/statement")),
        ]

    def _calls(self) -> Iterator[Block]:
        """Yield the recommendations, each addressee with its own, in the order first named."""
        texts, groups = self.material.texts, dict[str, list[Recommendation]]()
        for call in self.choice.calls:
            groups.setdefault(str(call.to), []).append(call)
        for name, calls in groups.items():
            addressee = texts.name("addressees", name)
            yield Block(Style.HEADING_2, line_markup(addressee, self.wording.lang))
            for call in calls:
                key = f"recommendations/{call.id}"
                html = self._html(f"{key}/text")
                if made_by := texts.name("speakers", call.by):
                    said = self.wording.say("Call made by: %(body)s.", body=made_by)
                    html += " " + escape(said)
                if previous := texts.line(f"{key}/previous"):
                    said = self.wording.say("Earlier: %(previous)s.", previous=previous)
                    html += " " + escape(said)
                yield Block(self._style, html)

    def _paragraphs(self, keys: Sequence[str]) -> list[Block]:
        return [Block(self._style, self._html(key)) for key in keys]

    def _html(self, key: str) -> Markup:
        inlines = self.material.texts.paragraph(key).inlines
        return to_markup(inlines, self.wording.lang, self.plan.calls.get(key, ()), self.notes)

    @property
    def _style(self) -> Style:
        rule = self.profile.paragraphs
        numbered = rule is not None and rule.value is Numbering.CONTINUOUS
        return Style.NUMBERED if numbered else Style.BODY


def _joined(submitting: Sequence[Submitter]) -> str:
    return "; ".join(str(one.name) for one in submitting)
