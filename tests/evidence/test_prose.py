"""Whatever a reader of the prose could take for evidence stands in the evidence."""

from __future__ import annotations

import pytest
from small_dossiers import FINDING, check, codes, figure, files, finding

from report.evidence.lexicon import lexicon_of
from report.evidence.watchwords import find_watch_words
from report.model.problem import Severity

ARRESTS = {"document": "press", "quote": "more than 2,000 arrests have been made"}
MEN = {"document": "press", "quote": "Between 20 and 36 men were held for nine hours"}
DAY = {"document": "press", "quote": "On January 6, Authorities said 12 officers"}
EVIDENCE = [*FINDING["evidence"], ARRESTS, MEN, DAY]  # type: ignore[misc]


def statement(text: str, **fields: object) -> list[str]:
    """Return the codes that a finding's statement gives."""
    _, problems = check(files([finding(statement=text, evidence=EVIDENCE, **fields)]))
    return codes(problems)


ACCEPTED = [
    "It spoke of 12 officers and of more than 2,000 arrests.",
    "It spoke of twelve officers, and over two thousand arrests.",
    "It spoke of 20 to 36 men, of up to 36 men, held for 9 hours.",
    "On 6 January, in 2022, article 9 (2) and A/HRC/29/25 and resolution 16/21.",
    "One man, for the first time, and several others.",
    "The words “officers had been killed” stand there.",
    "The words “officers had been *killed*” stand there, “arrests,” too.",
    "It spoke of ‘arrests’, the officers’ families and the people's rights.",
    "Braces {{ x }} and {% y %} are words.",
    "Its title is “Report on the protests”.",
    "The 12 were “officers” and the text said “12 officers had been killed”.",
]

REFUSED = [
    ("It spoke of 13 officers.", ["untraced-number"]),
    ("It spoke of thirteen officers.", ["untraced-number"]),
    ("It spoke of 2,000 arrests.", ["untraced-bound"]),
    ("It spoke of at least 2,000 arrests.", ["untraced-bound"]),
    ("It spoke of more than 12 officers.", ["untraced-bound"]),
    ("It spoke of 36 men.", ["untraced-bound"]),
    ("It spoke of 9,900 people.", ["untraced-number"]),
    ("It spoke of hundreds of people.", ["untraced-number"]),
    ("It spoke of 12% of officers.", ["untraced-number"]),
    ("It spoke of half the officers.", ["untraced-number"]),
    ("It was the 50th day.", ["untraced-number"]),
    ("The braces {{ 7*8 }} are words.", ["untraced-number", "untraced-number"]),
    ("On 7 January 2022 it began.", ["untraced-date"]),
    ("The words “officers had been wounded” stand nowhere.", ["altered"]),
    ("The words “2,000 arrests have been made” are cut.", ["cut-qualifier"]),
    ("A word “invented” by us.", ["not-found"]),
    ("The words “officers had been killed stand open.", ["unbalanced-quotation"]),
    ("The words “{officers-12} officers” hold a mark.", ["figure-in-quotation"]),
    ("See {no-such-figure}.", ["unknown-figure"]),
    ("See.[@no-such-document]", ["unknown-citation"]),
    ("It was a massacre by terrorists.", ["watch-word", "watch-word"]),
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_traced_prose_is_accepted(text: str) -> None:
    """Numbers with their bounds, dates, references and true quotations pass."""
    assert statement(text) == []


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_untraced_prose_is_refused(text: str, expected: list[str]) -> None:
    """What the evidence does not hold is told."""
    assert statement(text, figures=[figure()]) == expected


def test_each_problem_points_at_its_words() -> None:
    """A problem of prose has the line and column of the very words, also behind emphasis."""
    lines = [
        "- id: killed",
        "  heading: Officers",
        "  statement: |",
        "    Authorities spoke of 12 officers, *really* of",
        "    12 and then of **13 officers**.",
        "  standing: reported",
        "  evidence:",
        "  - {document: press, quote: Authorities said 12 officers had been killed}",
    ]
    content = {**files(), "findings.yaml": "\n".join(lines) + "\n"}
    _, problems = check(content)
    (problem,) = problems
    assert (problem.code, problem.subject) == ("untraced-number", "killed")
    assert (problem.place.line, problem.place.column) == (5, 1 + lines[4].index("13"))


def test_the_text_stands_behind_only_its_own_findings() -> None:
    """A section's numbers come from its findings, a key message's from those it cites."""
    second = finding(id="arrests", heading="Arrests", statement="Arrests.", evidence=[ARRESTS])
    sections = [
        {"heading": "Officers", "text": "Of 12 officers.", "findings": ["killed"]},
        {"heading": "Arrests", "text": "Of 12 officers.", "findings": ["arrests"]},
    ]
    messages = ["Of 12 officers.[@killed]", "Of 12 officers.[@arrests]", "Of 12 officers."]
    content = files([finding(), second], sections=sections, key_messages=messages)
    _, problems = check(content)
    assert codes(problems) == ["untraced-number", "untraced-number"]
    assert {problem.place.path for problem in problems} == {"dossier.yaml"}


def test_every_printed_text_is_checked() -> None:
    """No field that an edition prints is left out: a false quotation and number in each is told."""
    false = "It said “invented words” of 77 people."
    content = files(
        [finding(heading=false, statement=false, figures=[figure(counts=false)])],
        title=false,
        subtitle=false,
        short_title=false,
        summary=false,
        key_messages=[false],
        method=false,
        sections=[{"heading": false, "text": false, "findings": ["killed"]}],
        measures={"officers": {"label": false}},
        timeline=[{"when": "2022-01-06", "text": false}],
        recommendations=[{"id": "call", "to": false, "text": false, "rests_on": ["killed"]}],
    )
    _, problems = check(content)
    assert codes(problems).count("not-found") == 15
    assert codes(problems).count("untraced-number") == 15


def test_a_figure_nobody_verified_names_its_speaker() -> None:
    """In prose such a figure needs its speaker in the sentence, or a note in the paragraph."""
    cases = {
        "Twelve officers died: {officers-12}.": ["figure-unattributed"],
        "Authorities spoke of {officers-12}.": [],
        "Authorities spoke. They said {officers-12}.": ["figure-unattributed"],
        "It was {officers-12}.[@press]": [],
        "Authorities were asked.\n\nIt was {officers-12}.": ["figure-unattributed"],
    }
    for summary, expected in cases.items():
        text = summary.replace("Twelve officers died", "Officers died")
        _, problems = check(files([finding(figures=[figure()])], summary=text))
        assert codes(problems) == expected, summary


def test_a_figure_prints_its_own_bound() -> None:
    """Words that bound a figure's mark once more say more than the source did."""
    for words in ("more than {officers-12}", "nearly {officers-12}", "{officers-12} or more"):
        summary = f"Authorities spoke of {words} officers."
        _, problems = check(files([finding(figures=[figure()])], summary=summary))
        assert codes(problems) == ["figure-bounded"], words
    for digits in ("{officers-12}00", "{officers-12},000", "{officers-12} million"):
        summary = f"Authorities spoke of {digits} officers."
        _, problems = check(files([finding(figures=[figure()])], summary=summary))
        assert codes(problems) == ["untraced-number"], digits


def test_an_unknown_year_is_told() -> None:
    """Four digits that look like a year must be one that the dossier knows."""
    _, problems = check(files(summary="It was in 1987. It was in 2022."))
    assert codes(problems) == ["untraced-date"]


def test_a_verified_figure_needs_no_speaker() -> None:
    """A figure that was verified and that nothing contradicts may stand alone."""
    given = finding(figures=[figure(verified=True)])
    _, problems = check(files([given], summary="It was {officers-12}."))
    assert codes(problems) == []


def test_a_contradicted_figure_names_its_speaker() -> None:
    """Of two values for one day, even a verified one must be attributed."""
    men = {"document": "press", "quote": "nine hours, an expert said"}
    figures = [
        figure(as_of="2022-01-06", verified=True),
        figure(id="officers-9", value=9, as_of="2022-01-06", verified=True, evidence=[men]),
    ]
    register, problems = check(files([finding(figures=figures)], summary="It was {officers-12}."))
    assert codes(problems) == ["figure-unattributed"]
    assert len(register.series[0].conflicts) == 1


def test_a_watch_word_in_quotation_marks_is_the_speakers() -> None:
    """Quoted words are not ours; the warning is for our own, and it is no error."""
    _, problems = check(files(summary="He spoke of “terrorists”. They were terrorists."))
    assert codes(problems) == ["watch-word"]
    assert problems[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The regime’s massacres of detainees.", ["regime", "massacres"]),
        ("ru", "Преступники, массовые убийства.", ["Преступники", "массовые убийства"]),
        ("kk", "Террористер мен қылмыскерлер.", ["Террористер", "қылмыскерлер"]),
        ("en", "Countering terrorism; legal and political order.", []),
    ],
)  # fmt: skip
def test_watch_words(lang: str, text: str, expected: list[str]) -> None:
    """Words that judge are found in their inflected forms."""
    found = [word.text for word in find_watch_words(text, lang)]
    assert found == expected


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_the_tables_of_each_language_are_whole(lang: str) -> None:
    """Every language says twelve months, every bound of before or behind, and what to watch."""
    lexicon = lexicon_of(lang)
    assert [number for number, _ in lexicon.months] == list(range(1, 13))
    said = {b for index in (lexicon.before, lexicon.behind) for e in index.values() for _, b in e}
    assert {bound.value for bound in said} == {
        "about", "more-than", "at-least", "up-to", "fewer-than"
    }  # fmt: skip
    assert set(range(2, 11)) <= set(lexicon.cardinals.values())
    assert lexicon.watch_words
    assert lexicon.percent


ASKED = [
    ("en", "Let them go within six months.", "Let them go within seven months."),
    ("en", "Reply by 30 June 2022.", "Reply by 30 June 2023."),
]


@pytest.mark.parametrize(("lang", "text", "other"), ASKED)
def test_what_is_asked_for_by_when_is_no_claim(lang: str, text: str, other: str) -> None:
    """A time limit or day ahead that a recommendation asks for may be said; another may not."""
    call = {"id": "call", "to": "Authorities", "text": text, "rests_on": ["killed"]}
    _, problems = check(files([finding()], summary=text, recommendations=[call], language=lang))
    assert codes(problems) == []
    _, problems = check(files([finding()], summary=other, recommendations=[call], language=lang))
    assert [code.partition("-")[0] for code in codes(problems)] == ["untraced"]


def test_a_number_asked_for_is_still_a_number() -> None:
    """A count, and a time that limits nothing, must stand in evidence in a recommendation too."""
    for text in ("Free the 77 people.", "They were held for nine hours.", "Act by 5 June 2021."):
        call = {"id": "call", "to": "Authorities", "text": text, "rests_on": ["killed"]}
        _, problems = check(files([finding()], recommendations=[call]))
        assert [code.partition("-")[0] for code in codes(problems)] == ["untraced"], text


def test_a_session_is_named_by_its_number() -> None:
    """An ordinal before a session or a part of the text orders it; before people it counts."""
    for text in ("At the fifty-third session.", "The third recommendation says so."):
        assert statement(text) == []
    assert statement("The third protester died.") == ["untraced-number"]
