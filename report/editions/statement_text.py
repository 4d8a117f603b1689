"""Material → the statement as it is spoken, timed, with the figures and documents behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from report.editions.counting import Measured, count_words, limit_entry, longest
from report.editions.interface import UNREVIEWED
from report.editions.material import Material
from report.editions.points import point
from report.editions.prose_markup import line_markup, plain_text
from report.editions.sheets import Setting, SheetPlan
from report.editions.statement_context import (
    FigureLine,
    NoteLine,
    SourceLines,
    SpeakersSheet,
    SpokenParagraph,
)
from report.model.finding import Figure
from report.model.place import Place
from report.model.problem import Problem, problem
from report.model.profile import Profile, Unit
from report.model.prose import FIGURE_MARK
from report.model.session import Statement
from report.translation.spoken.numbers import speak
from report.translation.spoken.pace import Pace, pace_of

_TEXT = "statement/text"


@dataclass(frozen=True)
class Said:
    """A paragraph: as written, as spoken, the numbers that stay in digits, and its words."""

    key: str
    written: str
    spoken: str
    kept: tuple[str, ...]
    words: int
    begins: int


@dataclass(frozen=True)
class StatementText:
    """A statement in one language, held against its profile."""

    material: Material
    statement: Statement
    profile: Profile
    pace: Pace
    paragraphs: tuple[Said, ...]

    @property
    def words(self) -> int:
        """The words as they are spoken."""
        return sum(one.words for one in self.paragraphs)

    @property
    def seconds(self) -> int:
        """The time that they take."""
        return self.pace.seconds(self.words)

    def problems(self) -> list[Problem]:
        """Return what is too long, or nearly so, and the numbers that stay in digits."""
        lang = self.material.texts.lang
        where = longest((f"paragraph {n}", one.words) for n, one in enumerate(self.paragraphs, 1))
        measured = Measured(self.profile.name, self.statement.place, lang, where)
        found = []
        for rule in self.profile.limits:
            found += measured.problems(rule, self._counted(rule.value.unit))
        for one in self.paragraphs:
            if one.kept:
                numbers = ", ".join(f"“{number}”" for number in one.kept)
                words = {"numbers": numbers, "lang": lang}
                found.append(problem("number-in-digits", self._place(one.key), one.key, **words))
        return found

    def _place(self, key: str) -> Place:
        """Return where the text of a paragraph stands: in the dossier, or in its catalogue."""
        texts = self.material.texts
        if texts.catalogue is not None and key in texts.catalogue.translations:
            return texts.catalogue.translations[key].target.place
        return texts.units[key].place

    def entry(self) -> dict[str, object]:
        """Return what the manifest says of its length."""
        return {
            "profile": self.profile.name,
            "limits": [
                limit_entry(rule, self._counted(rule.value.unit)) for rule in self.profile.limits
            ],
            "text": self.words,
            "seconds": self.seconds,
            "pace": {
                "words_per_minute": self.pace.words_per_minute,
                "mark": str(self.pace.mark),
                "source": self.pace.source,
            },
            "paragraphs": [
                {"words": one.words, "begins": clock(one.begins)} for one in self.paragraphs
            ],
            "not_verified": list(self.profile.unverified),
        }

    def _counted(self, unit: Unit) -> int:
        return self.seconds if unit is Unit.SECONDS else self.words


def compose_statement(material: Material, statement: Statement, profile: Profile) -> StatementText:
    """Return the statement in the language of the material's texts."""
    pace, said, words = pace_of(material.texts.lang), list[Said](), 0
    for key in material.texts.numbered(_TEXT):
        written = plain_text(material.texts.paragraph(key).inlines, material.texts.lang).strip()
        spoken = speak(written, material.texts.lang)
        counted = count_words(spoken.text)
        said.append(Said(key, written, spoken.text, spoken.kept, counted, pace.seconds(words)))
        words += counted
    return StatementText(material, statement, profile, pace, tuple(said))


def clock(seconds: int) -> str:
    """Return a running time as 1:05."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def speakers_sheet(text: StatementText) -> SpeakersSheet:
    """Return what the printed sheet and the interpreter's file are made of."""
    plan = SheetPlan(text.material)
    for one in text.paragraphs:
        plan.text(one.key)
    plan.notes.figures = [()] * len(plan.notes.cites)  # each stands in a line of its own
    setting = plan.set()
    texts, lang = text.material.texts, text.material.texts.lang
    notices = tuple(_notices(text, setting))
    head = replace(setting.masthead(), text_notice="")
    return SpeakersSheet(
        head=head,
        measures=tuple(_measures(text, setting)),
        notices=notices
        if texts.reviewed(texts.keys_of("statement"))
        else (*notices, setting.wording.say(UNREVIEWED)),
        paragraphs=tuple(
            SpokenParagraph(str(number), clock(one.begins), line_markup(one.spoken, lang))
            for number, one in enumerate(text.paragraphs, 1)
        ),
        sources=tuple(
            lines
            for number, one in enumerate(text.paragraphs, 1)
            if (lines := _sources(number, one, setting)).notes
        ),
        ends=clock(text.seconds),
    )


def _measures(text: StatementText, setting: Setting) -> Iterator[str]:
    say = setting.wording.say
    yield say("Words: %(words)s.", words=setting.wording.number(text.words))
    limit = text.profile.limit(Unit.SECONDS)
    time = clock(text.seconds)
    if limit is None:
        yield say("Time: %(time)s.", time=time)
    else:
        yield say("Time: %(time)s of %(limit)s.", time=time, limit=clock(limit.value.most))
    yield say("Pace in words a minute: %(pace)s.", pace=str(text.pace.words_per_minute))


def _notices(text: StatementText, setting: Setting) -> Iterator[str]:
    say = setting.wording.say
    if not text.pace.known:
        yield say("The pace is an assumption: time a reading of your own.")
    if text.material.texts.lang not in text.profile.languages.value.accepted:
        yield say("For preparation only: statements are not heard in this language.")


def _sources(number: int, one: Said, setting: Setting) -> SourceLines:
    texts = setting.material.texts
    known = setting.material.dossier.figure_by_id
    marks = FIGURE_MARK.findall(texts.units[one.key].written)
    numbers = [note for note in setting.plan.calls[one.key] if note]
    return SourceLines(
        number=str(number),
        figures=tuple(_figure(known[name], setting) for name in marks if name in known),
        notes=tuple(NoteLine(str(note), setting.html[note]) for note in numbers),
    )


def _figure(figure: Figure, setting: Setting) -> FigureLine:
    made = point(figure, setting.material, setting.wording, {})
    source = made.source
    if made.as_of:
        source = setting.wording.say(
            "%(source)s, as of %(date)s", source=made.source, date=made.as_of
        )
    stop = "" if source.endswith(".") else "."
    return FigureLine(made.value, made.counts, source + stop, made.verified)
