"""Where a line may not end; `_` stands for U+00A0 here, `~` for U+202F."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.translation.typography import bind_spaces, bind_spaces_across, unbreakable_spans

LANGS = ("en", "ru", "kk", "fr")
# Letters, digits and marks of the kind that the rules look at, so that rules meet each other.
SAMPLE = """
6 10 000 2022 21 (2) г. млн % № п. ст. art. No. note и в с января января, қаңтарда жылғы мың М. К.
Киаи Токаев – — - БҰҰ-ның A/HRC/49/2 юго-запад 5–11 Mr. I per cent. https://a-b.c
"""
TEXT = st.lists(
    st.sampled_from(SAMPLE.split()) | st.text(max_size=3),
    max_size=12,
).map(" ".join)

BOUND = {
    "en": [
        "On 6_January 2022 he spoke",
        "art._6, para._3, No._5, note_3, article_21_(2), article_IV",
        "about 2_million people, 25_per cent",
        "P._Goodenough and Mr._Tokayev",
        "Almaty_– and Astana_— were",
        "did note did, chapter mild",
        "in 2022 300_people",
        "more than 10_000_000",
    ],
    "ru": [
        "в_Алматы и_в_Астане о_том, с_кем, к_кому, у_них, а_также",
        "6_января 2022_г. и_2011–2015_гг.",
        "10_000_человек, 2_млн тенге, 25,5_%",
        "№_5, ст._21, п._2 статьи_9, примечание_3",
        "М._Киаи, И._О._Фамилия, Киаи_М._К., г-н_Токаев",
        "Алматы_— город; Алматы_– город",
        "это не_слово, ни_по_на_за",
        "«в_доме» (и_в_саду)",
    ],
    "fr": [
        "le 1er janvier 2022, le 6_janvier 2022",
        "2_000_personnes, 25,5_%, nº_5, art._21, par._3",
        "M._Kiai a dit~: «~oui~»~; vraiment~?",
        "Almaty_– la ville~!",
        "il a répondu «~non~», puis rien: sans espace",
    ],
    "kk": [
        "2022_жылғы 6_қаңтарда, 2011_жылы",
        "10_000-нан_астам адам, 5_мың, 2_млн теңге",
        "№_5 қаулы, М._Киаи, Қ._Тоқаев",
        "Алматы_– қала",
        "бұл 21-баптың 2-тармағы",
    ],
}

SPANS = {
    "10\u00a0000-нан астам": ["10\u00a0000-нан"],
    "9900-ге, 25,5%-ға, 21-баптың": ["9900-ге", "25,5%-ға", "21-баптың"],
    "5–11 қаңтар, 20–36-дан": ["5–11", "20–36-дан"],
    "БҰҰ-ның, СІМ-нің; БҰҰ мен": ["БҰҰ-ның", "СІМ-нің"],
    "A/HRC/49/2, CCPR/C/KAZ/CO/2/Add.1.": ["A/HRC/49/2", "CCPR/C/KAZ/CO/2/Add.1"],
    "E/CN.4/1985/4 (1985)": ["E/CN.4/1985/4"],
    "с юго-запада, қадір-қасиет": ["юго-запада", "қадір-қасиет"],
    "в административно-территориальном": [],
    "қадір\u2010қасиет, 10\u2011нан": ["қадір\u2010қасиет", "10\u2011нан"],
    "UNESCO and UN": ["UNESCO"],
    "2,500 of 47 in 2022, 25.5": [],
    "см. https://юго-запад.kz/10-нан и a-b@c-d.org": [],
    "49-я сессия, 49-летний": ["49-я", "49-летний"],
}


@pytest.mark.parametrize(("lang", "text"), [(lang, t) for lang in LANGS for t in BOUND[lang]])
def test_bound_spaces(lang: str, text: str) -> None:
    """Exactly the spaces that may not be a line end are bound."""
    bound = bind_spaces(text.replace("_", " ").replace("~", " "), lang)
    assert bound.replace("\u00a0", "_").replace("\u202f", "~") == text


@given(TEXT, st.sampled_from(LANGS))
def test_nothing_but_spaces_changes(text: str, lang: str) -> None:
    """With no-break spaces turned back, the text is what it was, character for character."""
    bound = bind_spaces(text, lang)
    assert len(bound) == len(text)
    for old, new in zip(text, bound, strict=True):
        assert new == old or (old == " " and new in "\u00a0\u202f")


@given(TEXT, st.sampled_from(LANGS))
def test_binding_twice_binds_no_less(text: str, lang: str) -> None:
    """A bound space stays bound when the pass runs again."""
    once = bind_spaces(text, lang)
    twice = bind_spaces(once, lang)
    bound = [(old, new) for old, new in zip(once, twice, strict=True) if old in "\u00a0\u202f"]
    assert all(new == old for old, new in bound)


@given(st.lists(TEXT, max_size=4), st.sampled_from(LANGS))
def test_parts_are_bound_as_one_text(parts: list[str], lang: str) -> None:
    """Emphasis inside a sentence does not hide a rule, and each part keeps its length."""
    bound = bind_spaces_across(parts, lang)
    assert [len(part) for part in bound] == [len(part) for part in parts]
    assert "".join(bound) == bind_spaces("".join(parts), lang)


def test_a_rule_reaches_over_a_part() -> None:
    """A preposition before an emphasised word keeps to it."""
    assert bind_spaces_across(["он был в ", "Алматы"], "ru") == ["он был в\u00a0", "Алматы"]


@pytest.mark.parametrize(("text", "expected"), SPANS.items())
def test_spans(text: str, expected: list[str]) -> None:
    """Numbers with a suffix, intervals, acronyms, symbols and compounds stay whole."""
    assert [text[start:end] for start, end in unbreakable_spans(text)] == expected


@given(TEXT)
def test_spans_are_in_order(text: str) -> None:
    """Spans lie within the text, follow each other and hold no plain space but between digits."""
    end_before = 0
    for start, end in unbreakable_spans(text):
        assert end_before <= start < end <= len(text)
        end_before = end


@pytest.mark.parametrize("text", ["10 " * 20_000, "A/" * 20_000, "а-" * 20_000, "М. " * 20_000])
def test_long_runs_take_little_time(text: str) -> None:
    """A text made to mislead the patterns is passed in proportion to its length."""
    assert len(bind_spaces(text, "ru")) == len(text)
    unbreakable_spans(text)


def test_the_last_word_of_a_paragraph_is_whole() -> None:
    """What ends a paragraph is not divided, with what is bound to it; a very long word may be."""
    text = bind_spaces("поддержать расследование в Жанаозене.", "ru")
    ((start, end),) = unbreakable_spans(text, closing=True)
    assert text[start:end] == "в\u00a0Жанаозене."
    assert unbreakable_spans(text) == []
    assert unbreakable_spans("превысокомногорассмотрительствующий", closing=True) == []
