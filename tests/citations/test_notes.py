"""The footnotes of a brief: their words, their order, what they never change."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.citations.notes import Cite, Notes, NoteText
from report.citations.reference import Reference
from report.citations.style import find_style
from report.model.place import Place
from report.model.problem import Stop

Run = Callable[..., tuple[NoteText, ...]]
HERE = Place("dossier.yaml")
LANGS = ("en", "ru", "kk", "fr")


def spaced(text: str) -> str:
    """Return the text with ~ for each no-break space, so that a test shows them."""
    return text.replace("\u00a0", "~")


FIRST = {
    ("paper", "en"): "Patrick Goodenough, “UN Human Rights Council Mum on Deadly Violence in "
    "Kazakhstan”, CNSNews.com, 6~January~2022, para.~5.",
    ("paper", "ru"): "Patrick Goodenough, «UN Human Rights Council Mum on Deadly Violence in "
    "Kazakhstan», CNSNews.com, 6~января~2022~г., п.~5.",
    ("paper", "kk"): "Patrick Goodenough, «UN Human Rights Council Mum on Deadly Violence in "
    "Kazakhstan», CNSNews.com, 2022~жылғы 6~қаңтар, 5-тармақ.",
    ("page", "en"): "“Who Guards the Rights?”, [January~2022], para.~5.",
    ("page", "ru"): "«Who Guards the Rights?», [январь~2022~г.], п.~5.",
    ("page", "kk"): "«Who Guards the Rights?», [2022~жылғы~қаңтар], 5-тармақ.",
    ("speech", "en"): "UN Watch, “Kazakhstan Confronted At UN Over Human Rights Abuses” "
    "(Oral statement), Mirage.News, 2025, para.~5.",
    ("speech", "ru"): "UN Watch, «Kazakhstan Confronted At UN Over Human Rights Abuses» "
    "(Oral statement), Mirage.News, 2025~г., п.~5.",
    ("speech", "kk"): "UN Watch, «Kazakhstan Confronted At UN Over Human Rights Abuses» "
    "(Oral statement), Mirage.News, 2025~жыл, 5-тармақ.",
    ("symbol", "en"): "Mission to Kazakhstan (A/HRC/29/25/Add.2), 16~June~2015, para.~5.",
    ("symbol", "ru"): "Mission to Kazakhstan (A/HRC/29/25/Add.2), 16~июня~2015~г., п.~5.",
    ("symbol", "kk"): "Mission to Kazakhstan (A/HRC/29/25/Add.2), 2015~жылғы 16~маусым, 5-тармақ.",
    ("untitled", "en"): "[Article on a statement], [2022], para.~5.",
    ("untitled", "ru"): "[Article on a statement], [2022~г.], п.~5.",
    ("untitled", "kk"): "[Article on a statement], [2022~жыл], 5-тармақ.",
}


@pytest.mark.parametrize(("document", "lang"), FIRST)
def test_first_note_is_full(cite: Run, document: str, lang: str) -> None:
    """A first note is full and prints only what the document states."""
    (note,) = cite(lang, [Cite(document, ("5",))])
    assert spaced(note.plain) == FIRST[document, lang]


LATER = {
    ("paper", "en"): "Goodenough, note~1 above, paras.~3, 5 and 7.",
    ("paper", "ru"): "Goodenough, сноска~1 выше, пп.~3, 5 и 7.",
    ("paper", "kk"): "Goodenough, жоғарыдағы 1-сілтеме, 3, 5 және 7-тармақтар.",
    ("page", "en"): "“Who Guards the Rights?”, note~1 above, paras.~3, 5 and 7.",
    ("speech", "ru"): "UN Watch, сноска~1 выше, пп.~3, 5 и 7.",
    ("symbol", "en"): "A/HRC/29/25/Add.2, paras.~3, 5 and 7.",
    ("symbol", "kk"): "A/HRC/29/25/Add.2, 3, 5 және 7-тармақтар.",
    ("untitled", "en"): "[Article on a statement], note~1 above, paras.~3, 5 and 7.",
}


@pytest.mark.parametrize(("document", "lang"), LATER)
def test_later_note_is_short(cite: Run, document: str, lang: str) -> None:
    """A later note names the document by author, symbol or title, and the note that is full."""
    other = "speech" if document != "speech" else "paper"
    notes = cite(lang, [Cite(document)], [Cite(other)], [Cite(document, ("7", "3", "5"))])
    assert spaced(notes[2].plain) == LATER[document, lang]


@pytest.mark.parametrize(
    ("lang", "same", "moved"),
    [
        ("en", "Ibid.", "Ibid., para.~7."),
        ("ru", "Там же.", "Там же, п.~7."),
        ("kk", "Сонда.", "Сонда, 7-тармақ."),
    ],
)
def test_ibid(cite: Run, lang: str, same: str, moved: str) -> None:
    """Ibid. stands for the one document of the note before, with its place if that is another."""
    five = [Cite("paper", ("5",))]
    notes = cite(lang, five, five, [Cite("paper", ("7",))])
    assert [spaced(note.plain) for note in notes[1:]] == [same, moved]


def test_no_ibid_after_two_documents_or_an_empty_note(cite: Run) -> None:
    """Ibid. needs one document in the note before, and no place that this note leaves out."""
    both = [Cite("paper"), Cite("page")]
    assert "Ibid" not in "".join(n.plain for n in cite("en", both, [Cite("paper")]))
    assert "Ibid" not in "".join(n.plain for n in cite("en", [Cite("paper")], [], [Cite("paper")]))
    placed = cite("en", [Cite("paper", ("5",))], [Cite("paper")])
    assert spaced(placed[1].plain) == "Goodenough, note~1 above."


def test_notes_are_counted_with_the_empty_ones(cite: Run) -> None:
    """A note that cites nothing keeps its number and prints nothing."""
    notes = cite("en", [], [Cite("paper")], [Cite("page")], [Cite("paper")])
    assert [note.number for note in notes] == [1, 2, 3, 4]
    assert (notes[0].html, notes[0].plain, notes[0].document_ids) == ("", "", ())
    assert "note\u00a02 above" in notes[3].plain


def test_one_document_is_cited_once_in_a_note(cite: Run) -> None:
    """Citations of one document in one note become one, its places in order, runs as ranges."""
    note = [
        Cite("paper", ("12",)), Cite("page", ("1",)), Cite("paper", ("3",)),
        Cite("paper", ("10", "11"), "para."), Cite("paper", ("2",), "p."),
    ]  # fmt: skip
    (printed,) = cite("en", note)
    assert printed.document_ids == ("paper", "page")
    assert "2022, paras.~3 and 10–12, p.~2; “Who" in spaced(printed.plain)


def test_same_author_in_one_note_keeps_a_short_title(cite: Run) -> None:
    """Two documents that author and note do not tell apart keep their titles in short notes."""
    author = [{"family": "Goodenough", "given": "Patrick"}]
    items = [
        Reference(id_, {"type": "webpage", "title": title, "author": author}, lang="en")
        for id_, title in (("a", "One"), ("b", "Two"), ("c", "Three"))
    ]
    notes = cite("en", [Cite("a"), Cite("b")], [Cite("c")], [Cite("b"), Cite("c")], items=items)
    assert spaced(notes[2].plain) == "Goodenough, “Two”, note~1 above; Goodenough, note~2 above."


def test_long_title_is_cut_openly(cite: Run) -> None:
    """A title too long for a short note is cut between words, and the cut is shown."""
    title = "UN Urges Release of Thousands Detained During Kazakh Protests"
    items = [Reference("a", {"type": "webpage", "title": title}, lang="en"), *_others()]
    notes = cite("en", [Cite("a")], [Cite("b")], [Cite("a")], items=items)
    assert notes[2].plain.startswith("“UN Urges Release of Thousands Detained…”, note")


def _others() -> list[Reference]:
    return [Reference("b", {"type": "webpage", "title": "Other"}, lang="en")]


def test_address_where_nothing_else_finds_the_document(cite: Run) -> None:
    """A note prints the address unless container or symbol finds the document."""
    page = {"type": "webpage", "title": "A Page", "URL": "https://example.org/a"}
    items = [
        Reference("bare", page, lang="en"),
        Reference("held", {**page, "container-title": "Site"}, lang="en"),
    ]
    notes = cite("en", [Cite("bare", ("2",))], [Cite("held")], items=items)
    assert spaced(notes[0].plain) == "“A Page”, para.~2, available at https://example.org/a."
    assert '<span class="url">https://example.org/a</span>.' in notes[0].html
    assert "example.org" not in notes[1].plain


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Rights?", "“Rights?”, 2020."),
        ("The end.", "“The end.”, 2020."),
        ("Talks with Acme Inc.", "“Talks with Acme Inc.”, 2020."),
        ("He said ‘never’, she didn’t", "“He said ‘never’, she didn’t”, 2020."),
        ("of the people: AND i18n iPhone", "“of the people: AND i18n iPhone”, 2020."),
        ("<span class='nocase'>x</span> & y", "“<span class='nocase'>x</span> & y”, 2020."),
        ('<SPAN CLASS="nocase">x</SPAN>', '“<SPAN CLASS="nocase">x</SPAN>”, 2020.'),
        ("1–2 ... 3,, 4", "“1–2 ... 3,, 4”, 2020."),
        ("{title} %s {{ 7*7 }}", "“{title} %s {{ 7*7 }}”, 2020."),
    ],
)  # fmt: skip
def test_titles_are_verbatim(cite: Run, title: str, printed: str) -> None:
    """No case, full stop or markup of a title is touched."""
    item = Reference("a", {"type": "webpage", "title": title, "issued": "2020"}, lang="en")
    assert cite("en", [Cite("a")], items=[item])[0].plain == printed


@pytest.mark.parametrize(
    ("lang", "title", "printed"),
    [
        ("en", "The “terrorists”", "“The ‘terrorists’”"),
        ("ru", "Группа «Мост»", "«Группа „Мост“»"),
        ("ru", "The “terrorists”", "«The “terrorists”»"),
        ("kk", "«Көпір» тобы", "«“Көпір” тобы»"),
    ],
)
def test_marks_within_marks_are_turned(cite: Run, lang: str, title: str, printed: str) -> None:
    """A title that has the marks which stand round it has the inner ones instead (CSL)."""
    item = Reference("a", {"type": "webpage", "title": title, "issued": "2020"}, lang=lang)
    assert cite(lang, [Cite("a")], items=[item])[0].plain.startswith(printed)


@pytest.mark.parametrize(
    ("type_", "title", "end"),
    [("book", "A Book.", "<i>A Book.</i>"), ("book", "A Book?", "<i>A Book?</i>")],
)
def test_no_doubled_stop_behind_italics(cite: Run, type_: str, title: str, end: str) -> None:
    """A full stop is not doubled where a title ends in one, italics or not."""
    item = Reference("a", {"type": type_, "title": title}, lang="en")
    assert cite("en", [Cite("a")], items=[item])[0].html == end


def test_foreign_titles_carry_their_language(cite: Run) -> None:
    """A title in another language than the note is marked with its language; its own is not."""
    assert 'lang="' not in cite("en", [Cite("paper")])[0].html
    html = cite("kk", [Cite("paper")])[0].html
    assert '«<span lang="en">UN Human Rights Council Mum' in html
    assert '<i><span lang="en">CNSNews.com</span></i>' in html
    assert '<span class="symbol">A/HRC/29/25/Add.2</span>' in cite("kk", [Cite("symbol")])[0].html


_WORDS = st.text(st.characters(exclude_categories=("Cs", "Co", "Cn", "Cc")), max_size=40)
_FIELDS = st.fixed_dictionaries(
    {"type": st.sampled_from(["article", "webpage", "speech", "report", "book", "odd"])},
    optional={
        "title": _WORDS,
        "author": st.one_of(
            _WORDS,
            st.lists(
                st.fixed_dictionaries({}, optional=dict.fromkeys(("family", "given"), _WORDS))
            ),
        ),
        "container-title": _WORDS,
        "publisher": _WORDS,
        "number": _WORDS,
        "genre": _WORDS,
        "URL": _WORDS,
        "issued": st.sampled_from(["2022", "2022-01", "2022-01-06", "2022/2023-02", "spring", ""]),
        "accessed": st.sampled_from([{"date-parts": [[2022, 1]]}, {"literal": "then"}, {}, None]),
        "title-short": _WORDS,
        "unheard-of": _WORDS,
    },
)


@settings(max_examples=60, deadline=None)
@given(fields=_FIELDS, described=_WORDS, basis=st.sampled_from(["", "inferred: yes"]))
def test_any_fields_print(fields: dict[str, object], described: str, basis: str) -> None:
    """Any combination of fields prints, escaped and balanced, in each language and position."""
    item = Reference("a", fields, described, frozenset(), basis, "en", "en")
    style = find_style("", HERE)
    for lang in LANGS:
        made = Notes(style, lang, [item, *_others()])
        for note in made.cite([[Cite("a", ("1",))], [Cite("a")], [Cite("b")], [Cite("a")]]):
            tags = re.findall(r"</?(\w+)", note.html)
            assert set(tags) <= {"i", "b", "span"}
            assert note.html.count("<") == len(re.findall(r"</?(?:i|b|span)\b[^<>]*>", note.html))
            assert unescape(re.sub("<[^>]*>", "", note.html)) == note.plain


@settings(max_examples=60, deadline=None)
@given(title=_WORDS.filter(lambda text: any(c.isalnum() for c in text)))
def test_letters_and_digits_of_a_title_are_unchanged(title: str) -> None:
    """Every language prints a title letter for letter, in every style; marks may be turned."""
    bare = re.compile(r"[\s“”‘’„«»]")
    item = Reference(
        "a", {"type": "article-newspaper", "title": title, "issued": "2022"}, lang="en"
    )
    for name in ("", "apa", "oscola"):
        for lang in LANGS:
            (note,) = Notes(find_style(name, HERE), lang, [item]).cite([[Cite("a")]])
            assert bare.sub("", title) in bare.sub("", note.plain)


def test_three_hundred_notes_are_quick(documents: tuple[Reference, ...]) -> None:
    """Three hundred notes take no more than two seconds of processor time."""
    ids = [document.id for document in documents]
    refs = [
        [Cite(ids[i % 5], (str(i % 40),)), Cite(ids[(i + 2) % 5], (str(i),))] for i in range(300)
    ]
    start = time.process_time()
    Notes(find_style("", HERE), "kk", documents).cite(refs)
    assert time.process_time() - start < 2


def test_nothing_heavy_is_loaded_before_a_note_is_made() -> None:
    """Importing the package loads neither citeproc nor lxml."""
    code = (
        "import sys, report.citations.notes, report.citations.bibliography, "
        "report.citations.style; "
        "sys.exit(any(name in sys.modules for name in ('citeproc', 'lxml')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_nothing_is_written_to_the_terminal(capfd: pytest.CaptureFixture[str], cite: Run) -> None:
    """Citeproc's remarks about fields it does not know reach nobody."""
    item = Reference("a", {"type": "odd", "title": "T", "unheard-of": "x", "key": "k"}, lang="en")
    cite("ru", [Cite("a")], items=[item])
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("lang", ["xx", "es", "kk-Latn", ""])
def test_unknown_language_is_said(cite: Run, lang: str) -> None:
    """A language that our style has no words for is a problem and not English."""
    with pytest.raises(Stop) as stop:
        cite(lang, [Cite("paper")])
    assert [found.code for found in stop.value.problems] == ["citation-language-unknown"]


def test_a_name_is_not_printed_twice(cite: Run) -> None:
    """A publisher that is the author or the container is named once."""
    fields = {"type": "webpage", "title": "T", "publisher": "OHCHR", "author": "OHCHR"}
    item = Reference("a", fields, lang="en")
    assert cite("en", [Cite("a")], items=[item])[0].plain == "OHCHR, “T”."


def test_a_number_that_is_no_symbol(cite: Run) -> None:
    """A number without a slash is printed but does not stand for the document later."""
    fields = {"type": "legislation", "title": "Law on Assemblies", "number": "No. 333-VI"}
    items = [Reference("a", fields, lang="en"), *_others()]
    notes = cite("en", [Cite("a")], [Cite("b")], [Cite("a")], items=items)
    assert notes[0].plain == "Law on Assemblies (No. 333-VI)."
    assert notes[2].html == "<i>Law on Assemblies</i>, note\u00a01 above."
