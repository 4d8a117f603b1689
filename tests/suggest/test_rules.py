"""Single rules: who speaks, what is counted, when it was, who is asked for what."""

from __future__ import annotations

import pytest
from drawer import Drawer
from gold_texts import record
from hypothesis import given, settings
from hypothesis import strategies as st

from report.documents.text import ExtractedText, paragraphs_of
from report.suggest.drawing import draw

SPEAKERS = [
    ("“We counted ten bodies,” said Anna Berg, a nurse.", "Anna Berg"),
    ("The ministry said that “no order was ever given to shoot”.", "The ministry"),
    (
        "“No order was given,” the country’s interior ministry said.",
        "the country’s interior ministry",
    ),
    ("Police spokesman Ivan Orlov said: “Nobody was beaten at the station.”", "Ivan Orlov"),
    ("The council’s director, Anna Berg, said “the count is far from over”.", "Anna Berg"),
    ("A spokeswoman, referring to the march, said “calm has been restored”.", "A spokeswoman"),
    (
        "According to the government’s version of events, “shots came from a roof”.",
        "the government",
    ),
    ("“We saw four trucks leave,” said an activist there who gave no name.", "an activist"),
    (
        "Talvi interior ministry spokesman Omar al-Turan was brief, saying: “We never comment "
        "on what is said in the press.”",
        "Omar al-Turan",
    ),
    ("Dakar, 4 January 2022—The Council said that “the law must be changed”.", "The Council"),
    ("But he waved it away: “The square was open to all that day.”", None),
    ("Anna Berg waved it away: “The square was open to all that day.”", "Anna Berg"),
    ("He holds a post that he and his friends say “was never offered to anybody else”.", None),
    ("“They were beaten,” she said. “All of them.”", None),
    ("“They were beaten badly,” it was said.", None),
    ("The mayor never said that “the square must be cleared”.", None),
    ("Stressing that “order must be kept at any cost”, the session closed.", None),
    ("The “peacekeeping” troops arrived.", None),
    ("Nobody said “we are sorry for the dead”.", None),
    ("A witness was told “go home and be silent now”.", None),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_who_is_quoted(drawn: Drawer, text: str, speaker: str | None) -> None:
    """A quotation has the speaker that its sentence plainly names, or is not proposed."""
    found = {one.fields["attributed_to"] for one in drawn(text, "quotation")}
    assert found == ({speaker} if speaker else set())


def test_as_of_is_when_a_number_was_so(drawn: Drawer) -> None:
    """“As of 4 January” dates the number, not what it counts."""
    (one,) = drawn("As of 4 January 2022, at least 137 people were held in Talvi.", "figure")
    assert one.fields["as_of"] == "2022-01-04"
    assert "when" not in one.fields


def test_a_label_says_whose_words_a_turn_is(drawn: Drawer) -> None:
    """In a transcript each number is said by whose turn it is; no other line with a colon is."""
    lines = (
        "Date: 4 January 2022",
        "MR. BERG: Some 40 people were held.",
        "QUESTION: Were 50 people held?",
        "MR. BERG: I have told you.",
        "MS. OLIN: We counted 60 people in the cells.",
    )
    said = drawn("\n".join(lines), "figure")
    found = {one.fields["value"]: one.fields["attributed_to"] for one in said}
    assert found == {"40": "MR. BERG", "60": "MS. OLIN"}


def test_an_interview_without_labels_is_of_who_was_asked(drawn: Drawer) -> None:
    """Answers between short questions are the words of the person that the opening names."""
    lines = (
        "Father Ivo Berg runs a shelter. He spoke to this paper.",
        "What happened?",
        "I saw 12 trucks. They came at night.",
        "Who sent them?",
        "The mayor says nobody did.",
        "What did you do?",
        "I wrote 3 letters. Nobody answered me.",
        "And now?",
        "I wait. I have waited for 9 weeks.",
    )
    said = drawn("\n".join(lines), "figure")
    found = {one.fields["value"]: one.fields["attributed_to"] for one in said}
    assert found == {"12": "Ivo Berg", "3": "Ivo Berg", "9": "Ivo Berg"}


def test_who_is_asked_may_stand_before_the_verb(drawn: Drawer) -> None:
    """“Prosecutors are urged to …” is a call of the body that issued the statement."""
    text = (
        "Rights Monitor said today: prosecutors are also urged to close the case against Anna Berg."
    )
    found = drawn(text, "call", **{"container-title": "", "author": ["Rights Monitor"]})
    assert [one.fields["to"] for one in found] == ["prosecutors"]


def test_a_pronoun_means_who_was_named_last(drawn: Drawer) -> None:
    """She is the woman named before her, and never a man named in between."""
    text = (
        "Spokeswoman Anna Berg gave no reason. President Boris Olin left.\n"
        "“It is a matter of days before the talks go on,” she said."
    )
    assert [one.fields["attributed_to"] for one in drawn(text, "quotation")] == ["Anna Berg"]
    near = "Spokeswoman Anna Berg met President Boris Olin. “Talks will go on today,” she said."
    assert [one.fields["attributed_to"] for one in drawn(near, "quotation")] == ["Anna Berg"]


def test_an_unnamed_speaker_stays_unnamed(drawn: Drawer) -> None:
    """What a farmer says is not put into the mouth of whoever was named before him."""
    text = (
        "“This is a warning to all,” said Anna Berg, a lawyer.\n"
        "A farmer described how soldiers came. “They told us to sign,” he said."
    )
    found = [one.fields["attributed_to"] for one in drawn(text, "quotation")]
    assert found == ["Anna Berg", "A farmer"]


def test_a_speech_runs_on(drawn: Drawer) -> None:
    """A paragraph that is only quoted goes on with the speaker of the one before."""
    text = "“The square is empty now,” said Anna Berg, a nurse.\n“The beds are full, all of them.”"
    assert [one.fields["attributed_to"] for one in drawn(text, "quotation")] == ["Anna Berg"] * 2


FIGURES = [
    ("Police said more than 40 people were detained.",
     "40", "more-than", "people detained", "Police"),
    ("At least six workers died, the union said.", "6", "at-least", "workers died", "the union"),
    ("The army killed 12 people.", "12", "exact", "people killed", "The Paper"),
    ("20 officers arrested the men.", "20", "exact", "officers", "The Paper"),
    ("Some 300 protesters were not arrested.", "300", "about", "protesters", "The Paper"),
    (
        "Police said 12 died, while activists say 30 people were killed.",
        "30", "exact", "people killed", "activists",
    ),
    ("A clerk spoke of 20 days of administrative arrest.", "20", "exact",
     "days of administrative arrest", "The Paper"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "bound", "counts", "who"), FIGURES)
def test_figures(drawn: Drawer, text: str, value: str, bound: str, counts: str, who: str) -> None:
    """A figure has value, bound, what is counted and who says it."""
    fields = [one.fields for one in drawn(text, "figure")]
    assert (value, bound, counts, who) in [
        (f["value"], f["bound"], f["counts"], f["attributed_to"]) for f in fields
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The 16-year history ended.",
        "It was the third day of protests in 2022.",
        "The law of 6 January 2022 under article 20 at 14:30.",
        "One of them spoke.",
        "They said that 40 people were held.",
        "It was said that 40 people were held, and he said more.",
    ],
)
def test_no_figure(drawn: Drawer, text: str) -> None:
    """Ages, years, ordinals, articles and times are no figures, nor is what nobody plain says."""
    assert not drawn(text, "figure")


DATES = [
    ("Troops were deployed on Thursday.", "2022-01-06"),
    ("Troops were deployed on Monday.", "2022-01-03"),
    ("Troops were deployed on Friday.", None),
    ("Troops were deployed on January 4.", "2022-01-04"),
    ("Troops were deployed on December 30.", "2021-12-30"),
    ("Troops were deployed last October.", "2021-10"),
    ("Troops were deployed in May 2019.", "2019-05"),
    ("Troops were deployed over the past week.", "2021-12-30/2022-01-06"),
    ("Troops were deployed in November.", "2021-11"),
    ("Police arrested a man on January 3. Two days later troops were deployed.", "2022-01-05"),
    ("The session is scheduled to open on February 28.", None),  # it has not happened
    ("A census conducted on January 2 says that 40 people were arrested.", None),
    ("Troops were deployed in May alone, up from April.", None),
    ("The mayor claimed on Monday that troops left.", None),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_dates_follow_from_the_document(drawn: Drawer, text: str, date: str | None) -> None:
    """A day without a year or a name of a day is counted from the date of the document."""
    found = [one.fields["date"] for one in drawn(text, "event")]
    assert found[-1:] == ([date] if date else [])


def test_a_document_without_a_day_settles_no_weekday(drawn: Drawer) -> None:
    """Monday is no date where the document has only a month."""
    assert not drawn("Troops were deployed on Monday.", "event", issued="2022-01")
    basis = drawn("Troops were deployed on Thursday.", "event")[0].fields["date_basis"]
    assert basis == "Thursday, counted from 2022-01-06"


CALLS = [
    ("Rights groups called on the government to free the men.",
     "Rights groups", "the government", "free the men"),
    ("Anna Berg, a lawyer, urged the court to hear her client.",
     "Anna Berg", "the court", "hear her client"),
    ("The union called for an inquiry into the deaths.",
     "The union", "", "an inquiry into the deaths"),
    ("The commissioner said that police should not use batons.",
     "The commissioner", "police", "police should not use batons"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "by", "to", "what"), CALLS)
def test_calls(drawn: Drawer, text: str, by: str, to: str, what: str) -> None:
    """A call has who asks, whom, and for what."""
    fields = drawn(text, "call")[0].fields
    assert (fields["by"], fields.get("to", ""), fields["what"]) == (by, to, what)


@pytest.mark.parametrize(
    "text",
    [
        "All this should be viewed with doubt.",
        "The group did not call on the government to resign.",
        "He demanded to know who they were.",
        "The plan was called for by nobody.",
    ],
)
def test_no_call(drawn: Drawer, text: str) -> None:
    """What the writer thinks, what was not asked, and a question are no calls."""
    assert not drawn(text, "call")


def test_the_same_words_have_the_same_id(drawn: Drawer) -> None:
    """An id is of kind, document and place, so a decision holds at the next run."""
    text = "Police said 40 people were detained."
    first, second = drawn(text, "figure"), drawn(text, "figure")
    assert [one.id for one in first] == [one.id for one in second]
    assert len(first) == 1


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("aA b.,;:“”‘’«»\"'()–—-!?…0123456789\nsaidUNé"), max_size=300)
)
def test_any_text_is_read(text: str) -> None:
    """No text, however it is typed, breaks the reading or moves an offset."""
    document = record("any", text, {"issued": "2022-01-06"})
    for one in draw(document, ExtractedText(text, paragraphs_of(text))).suggestions:
        assert text[one.start : one.end] == one.passage


@pytest.mark.parametrize("sign", ["“", "said ", "according to ", "Anna ", "1 ", "and ", ", "])
def test_a_hostile_text_is_read_in_time(sign: str) -> None:
    """A sign repeated ten thousand times costs no more than a long article."""
    text = f"Police said {sign * 10_000}"
    document = record("any", text, {"issued": "2022-01-06"})
    draw(document, ExtractedText(text, paragraphs_of(text)))


LISTED = """Experts urge Varda to act

The experts urged the Government of Varda to:

release all prisoners held for their opinions;

repeal the law on assemblies.

The experts remain in contact with the Government.
"""


def test_a_list_is_a_call_an_item(drawn: Drawer) -> None:
    """Each item of a list that a verb of asking opens is a call of its own."""
    found = [one.fields for one in drawn(LISTED, "call")]
    assert [(f["by"], f["to"], f["what"]) for f in found] == [
        ("The experts", "the Government of Varda", "release all prisoners held for their opinions"),
        ("The experts", "the Government of Varda", "repeal the law on assemblies"),
    ]


AGES = [
    "Anna Berg, 38, was heard.",
    "A welder of 34 was heard.",
    "She is 63 and has a heart condition.",
    "The boys aged 15 and 17 came home.",
    "Flight 447 left.",
]


@pytest.mark.parametrize("text", AGES)
def test_ages_and_names_count_nothing(drawn: Drawer, text: str) -> None:
    """The age of a person and the number in a name are no figures."""
    assert not drawn(text, "figure")


MEASURED = [
    ("The death toll rose to 31.", "31", "death toll"),
    ("Police put the number of detainees at 120.", "120", "detainees"),
    ("Fifteen were freed within hours.", "15", "freed"),
    ("They brought to 39 the toll of the unrest.", "39", "toll"),
]


@pytest.mark.parametrize(("text", "value", "counts"), MEASURED)
def test_what_a_number_measures(drawn: Drawer, text: str, value: str, counts: str) -> None:
    """A number without a noun behind it counts what it is the measure of."""
    fields = [one.fields for one in drawn(text, "figure")]
    assert [(f["value"], f["counts"]) for f in fields] == [(value, counts)]


def test_what_a_statement_asks_is_its_issuers(drawn: Drawer) -> None:
    """A release that says what should be done asks for it; a report does not."""
    text = "Rights Monitor said today that it was alarmed. Donors should press for a release."
    assert [one.fields["by"] for one in drawn(text, "call")] == ["Rights Monitor"]
    assert not drawn("It rained. Donors should press for a release.", "call")
