"""Translations go out and come back in four formats: nothing is lost, nothing hostile gets in."""

from __future__ import annotations

import datetime
import io
import zipfile

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from report.dossier.folder import MemoryFolder
from report.model.place import Place
from report.model.problem import Problems
from report.translation.catalogue import Catalogue, State, read_catalogue
from report.translation.exchange.docx import read_docx
from report.translation.exchange.formats import ENDINGS, read_sheet, write_sheet
from report.translation.exchange.sheet import (
    Returned,
    ReturnedUnit,
    Sheet,
    SheetUnit,
    sheet_of,
    tidied,
)
from report.translation.exchange.taking import choose, numbered_beside, with_taken
from report.translation.exchange.word_diff import word_diff
from report.translation.units import Unit

DATED = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
FORMATS = tuple(ENDINGS)


def _sheet(*units: SheetUnit) -> Sheet:
    return Sheet("sample-dossier", "en", "kk", units)


def _back(sheet: Sheet, to: str) -> tuple[Returned, Problems]:
    problems = Problems()
    returned = read_sheet(write_sheet(sheet, to, DATED), f"sheet{ENDINGS[to]}", problems)
    assert returned is not None, list(problems)
    return returned, problems


SAMPLE = _sheet(
    SheetUnit("title", "The dead", "Қаза тапқандар", State.APPROVED),
    SheetUnit("summary/1", "Ten <b>&amp; 2,500[@a][@b].", "10 <b>&amp; 2500[@b][@a].", State.DRAFT),
    SheetUnit("summary/2", "He said “no”; not \\n.", "Ол «жоқ» деді; \\n емес.", State.TRANSLATED),
    SheetUnit("list/1", "- one\n- two[@a, para. 5]", "- бір\n- екі[@a, para. 5]", State.REVIEWED),
    SheetUnit("new/1", "- not yet", "", State.UNTRANSLATED),
    SheetUnit("old/1", "It was 7.", "Ол 6 болды.", State.STALE, previous="It was 6."),
    SheetUnit("sum/1", "=1+1", "+2", State.TRANSLATED),
    SheetUnit("space/1", "10\u00a0000", "10\u00a0000-нан", State.TRANSLATED),
)


@pytest.mark.parametrize("to", FORMATS)
def test_a_sheet_comes_back_as_it_went_out(to: str) -> None:
    """Keys, texts, marks, no-break spaces, lists and states survive each format."""
    returned, problems = _back(SAMPLE, to)
    assert not list(problems)
    assert returned.lang == "kk"
    assert [(u.key, u.source, u.target) for u in returned.units] == [
        (u.key, u.source, u.target) for u in SAMPLE.units
    ]
    final = {u.key: u.final for u in returned.units if u.target}
    assert final == {
        **dict.fromkeys(("title", "summary/2", "list/1", "sum/1", "space/1"), True),
        **dict.fromkeys(("summary/1", "old/1"), False),
    }


TEXT = st.text(
    alphabet=st.sampled_from("абвқ xyz0123«»“”\"'&<>\\;,|\u00a0–—[]{}()*_#@=+-%"), max_size=40
).map(str.strip)


@pytest.mark.parametrize("to", FORMATS)
@settings(max_examples=40, deadline=None)
@example("0'=", "'=")
@given(source=TEXT.filter(bool), target=TEXT)
def test_any_text_comes_back(to: str, source: str, target: str) -> None:
    """No sign of a text is special to a format."""
    returned, _ = _back(_sheet(SheetUnit("a/1", source, target, State.TRANSLATED)), to)
    [unit] = returned.units
    assert (unit.key, unit.source, unit.target) == ("a/1", source, target)


@pytest.mark.parametrize("to", FORMATS)
def test_no_export_names_a_person_or_a_tool(to: str) -> None:
    """Properties and headers hold the project and the languages, nothing else."""
    data = write_sheet(SAMPLE, to, DATED)
    if to == "docx":
        properties = docx.Document(io.BytesIO(data)).core_properties
        assert properties.author == properties.last_modified_by == properties.comments == ""
        assert properties.created == properties.modified
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(archive.read(name) for name in archive.namelist())
    for name in (b"python-docx", b"Last-Translator", b"X-Generator", b"tool-id", b"Translate"):
        assert name not in data


def test_a_text_that_looks_like_a_formula_is_none() -> None:
    """A spreadsheet gets it as text."""
    assert b",'=1+1,'+2," in write_sheet(SAMPLE, "csv", DATED)


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_table_saved_by_a_spreadsheet_is_read(sign: str) -> None:
    """Spreadsheets put the column sign of their own language, and may write UTF-16."""
    text = (
        f"key{sign}en{sign}kk{sign}state\r\ntitle{sign}The dead{sign}Марқұмдар{sign}Translated\r\n"
    )
    for data in (text.encode("utf-8-sig"), text.encode("utf-16")):
        returned = read_sheet(data, "a.csv", Problems())
        assert returned is not None
        assert returned.units[0].target == "Марқұмдар"
        assert returned.units[0].final


def test_a_tool_may_empty_the_placeholders_of_xliff() -> None:
    """A mark comes back by its id, and words between inline elements stay."""
    data = write_sheet(SAMPLE, "xliff", DATED).decode()
    old = '10 &lt;b&gt;&amp;amp; 2500<ph id="2" equiv-text="[@b]">[@b]</ph>'
    assert old in data
    new = '10 <g id="7">&lt;b&gt;&amp;amp;</g> 2500<ph id="2"/>'
    returned = read_sheet(data.replace(old, new).encode(), "a.xlf", Problems())
    assert returned is not None
    assert returned.units[1].target == "10 <b>&amp; 2500[@b][@a]."


def test_tracked_changes_of_word_are_read_as_accepted() -> None:
    """What was inserted counts, what was deleted does not."""
    data = write_sheet(SAMPLE, "docx", DATED)
    before = "<w:r><w:t>Қаза тапқандар</w:t></w:r>"
    after = (
        "<w:r><w:t>Қаза </w:t></w:r>"
        '<w:del w:id="1" w:author="a"><w:r><w:delText>тапқандар</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="a"><w:r><w:t>болған</w:t></w:r></w:ins>'
        "<w:r><w:noBreakHyphen/><w:t>дар</w:t></w:r>"
    )
    returned = read_docx(_changed_docx(data, before, after), "a.docx", Problems())
    assert returned is not None
    assert returned.units[0].target == "Қаза болған\u2011дар"


def _changed_docx(data: bytes, before: str, after: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                text = content.decode()
                assert before in text
                content = text.replace(before, after).encode()
            new.writestr(name, content)
    return written.getvalue()


# Hostile files

LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE xliff [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file>&c;</file></xliff>"""
OUTSIDE = """<!DOCTYPE xliff SYSTEM "file:///etc/passwd"><xliff/>"""
READS = """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>"""
PO_HEAD = 'msgid ""\nmsgstr ""\n"Language: kk\\n"\n\n'


def _zip(name: str, content: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return written.getvalue()


HOSTILE = [
    ("a.xlf", LAUGHS.encode(), "exchange-entities"),
    ("a.xlf", OUTSIDE.encode(), "exchange-entities"),
    ("a.xlf", READS.encode(), "exchange-entities"),
    ("a.xlf", READS.encode("utf-16"), "exchange-entities"),
    ("a.xlf", b"<xliff", "exchange-format"),
    ("a.xlf", b"<html><body/></html>", "exchange-format"),
    ("a.xlf", b"<a>" * 5_000, "exchange-format"),
    ("a.xlf", "<ж/>".encode("cp1251"), "wrong-encoding"),
    ("a.docx", b"PK\x03\x04 not a document", "exchange-format"),
    ("a.docx", _zip("word/other.xml", b"<a/>"), "exchange-format"),
    ("a.docx", _zip("word/document.xml", READS.encode()), "exchange-entities"),
    ("a.docx", _zip("word/document.xml", b"\x00" * 80_000_000), "exchange-format"),
    ("a.docx", _zip("word/document.xml", b"<a/>"), "exchange-format"),
    ("a.docx", write_sheet(SAMPLE, "docx", DATED)[:9_000], "exchange-format"),
    ("a.csv", b"", "exchange-format"),
    ("a.csv", b"one,two\n", "exchange-format"),
    ("a.csv", b'key,en,kk,state\n"open', "exchange-format"),
    ("a.csv", "key,en,kk\nа,б,в".encode("cp1251"), "wrong-encoding"),
    ("a.po", (PO_HEAD + 'msgid "a\nmsgstr ""\n').encode(), "catalogue-syntax"),
    ("a.po", (PO_HEAD + 'msgstr "x"\nmsgstr "y"\n').encode(), "exchange-format"),
    ("a.po", PO_HEAD.encode("utf-32"), "catalogue-syntax"),
    ("a.pdf", b"%PDF", "exchange-format"),
    ("a", b"", "exchange-format"),
]


@pytest.mark.parametrize(("path", "data", "code"), HOSTILE)
def test_a_hostile_file_is_refused(path: str, data: bytes, code: str) -> None:
    """No entity is expanded, no file opened, nothing unpacked without end: a problem says why."""
    problems = Problems()
    assert read_sheet(data, path, problems) is None
    assert [problem.code for problem in problems] == [code]
    assert "root:" not in str(list(problems))


@pytest.mark.parametrize("ending", [*ENDINGS.values(), ".xliff"])
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(ending: str, data: bytes) -> None:
    """A reader answers for any bytes."""
    problems = Problems()
    if read_sheet(data, f"a{ending}", problems) is None:
        assert problems.errors


def test_foreign_elements_are_told() -> None:
    """What stands for no text in a returned XLIFF file is named."""
    data = write_sheet(SAMPLE, "xliff", DATED).decode()
    problems = Problems()
    read_sheet(data.replace("Қаза", "<script>1</script>Қаза").encode(), "a.xlf", problems)
    assert [(p.code, p.subject) for p in problems] == [("exchange-markup", "title")]


def test_the_plural_rule_of_another_language_is_told() -> None:
    """The rule of the dossier's own catalogue is kept."""
    head = PO_HEAD.replace("kk\\n", 'kk\\n"\n"Plural-Forms: nplurals=3; plural=(n>2);\\n')
    problems = Problems()
    assert read_sheet(head.encode(), "a.po", problems) is not None
    assert [p.code for p in problems] == ["exchange-plurals"]


# Taking a returned file

CATALOGUE = """\
# A remark of ours.
msgid ""
msgstr ""
"Language: kk\\n"
"X-Ours: kept\\n"

# Ask about this one.
#. From the editor
msgctxt "title"
msgid "The dead"
msgstr "Өлгендер"

#, fuzzy
#| msgid "It was 6."
msgctxt "old/1"
msgid "It was 7."
msgstr "Ол 6 болды."

msgctxt "summary/1"
msgid "Ten people."
msgstr "Он адам."

#~ msgctxt "gone/1"
#~ msgid "Gone."
#~ msgstr "Кетті."
"""
SOURCES = {
    "title": "The dead",
    "old/1": "It was 7.",
    "summary/1": "Ten people.",
    "new/1": "New one.",
    "list/1": "- one\n- two",
}
UNITS = {key: Unit(key, text, text, Place("dossier.yaml")) for key, text in SOURCES.items()}


def _catalogue(text: str = CATALOGUE) -> Catalogue:
    problems = Problems()
    folder = MemoryFolder({"translations/kk.po": text})
    catalogue = read_catalogue(folder, "kk", UNITS, problems)
    assert not problems.errors
    return catalogue


def _returned(*rows: tuple[str, str, str]) -> Returned:
    place = Place("back.csv", 2)
    units = tuple(ReturnedUnit(key, source, target, True, place) for key, source, target in rows)
    return Returned("kk", units, Place("back.csv"))


def test_what_is_as_it_was_sent_is_taken() -> None:
    """New words, a mended stale unit and a first translation are taken with their changes shown."""
    problems = Problems()
    returned = _returned(
        ("title", "The  dead", "Қаза тапқандар"),
        ("old/1", "It was 7.", " Ол 7\r\nболды. "),
        ("new/1", "New one.", "Жаңа."),
        ("list/1", "- one\n- two", "- бір \n- екі"),
        ("summary/1", "Ten people.", "Он адам."),
    )
    taken = choose(returned, _catalogue(), UNITS, problems)
    assert not list(problems)
    assert [(one.key, one.target, one.difference) for one in taken] == [
        ("title", "Қаза тапқандар", "{Өлгендер → Қаза тапқандар}"),
        ("old/1", "Ол 7 болды.", "Ол {6 → 7} болды."),
        ("new/1", "Жаңа.", "{→ Жаңа.}"),
        ("list/1", "- бір\n- екі", "{→ - бір - екі}"),
    ]


LEFT = [
    (("nowhere/1", "x", "y"), "no such unit"),
    (("old/1", "It was 6.", "Ол 6 болды."), "source has changed since: It was {6. → 7.}"),
    (("title", "The dead", "Қаза\u202eтапқандар"), "U+202E"),
    (("title", "The dead", "Қаза\u200bтапқандар"), "U+200B"),
    (("title", "The dead", "а" * 30_000), "30000 characters"),
    (("\u202eevil", "x", "y"), "no such unit"),
]


@pytest.mark.parametrize(("row", "why"), LEFT)
def test_what_is_not_as_it_was_sent_is_left_and_told(row: tuple[str, str, str], why: str) -> None:
    """Foreign keys, changed sources and hidden characters are named, never taken."""
    problems = Problems()
    assert choose(_returned(row), _catalogue(), UNITS, problems) == []
    [problem] = problems
    assert problem.code == "exchange-unit"
    assert why in problem.message
    assert "\u202e" not in problem.message


def test_a_second_translation_of_a_unit_is_told_though_the_first_changes_nothing() -> None:
    """What is not the first is never taken in silence; the same again is no matter."""
    problems = Problems()
    rows = [("title", "The dead", word) for word in ("Өлгендер", "Өлгендер", "Басқа")]
    assert choose(_returned(*rows), _catalogue(), UNITS, problems) == []
    assert ["twice" in problem.message for problem in problems] == [True]


def test_plural_forms_are_told() -> None:
    """A unit that came back with forms for one and for many has lost its translation."""
    entry = 'msgctxt "title"\nmsgid "The dead"\nmsgid_plural "x"\nmsgstr[0] "a"\nmsgstr[9999] "b"\n'
    problems = Problems()
    returned = read_sheet((PO_HEAD + entry).encode(), "a.po", problems)
    assert returned is not None
    assert choose(returned, _catalogue(), UNITS, problems) == []
    assert "plural forms" in next(iter(problems)).message


def test_hidden_words_of_word_are_not_read() -> None:
    """A translation is what a reader sees."""
    data = write_sheet(SAMPLE, "docx", DATED)
    before = "<w:r><w:t>Қаза тапқандар</w:t></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t> жасырын</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> көрінеді</w:t></w:r>'
    changed = _changed_docx(data, before, before + hidden + shown)
    returned = read_docx(changed, "a.docx", Problems())
    assert returned is not None
    assert returned.units[0].target == "Қаза тапқандар көрінеді"


def test_a_unit_that_stands_twice_is_taken_once() -> None:
    """The second of two is told."""
    problems = Problems()
    returned = _returned(("title", "The dead", "Бір"), ("title", "The dead", "Екі"))
    assert [one.target for one in choose(returned, _catalogue(), UNITS, problems)] == ["Бір"]
    assert "twice" in next(iter(problems)).message


def test_an_empty_translation_takes_nothing_away() -> None:
    """What the catalogue has stays where the returned file has nothing."""
    returned = _returned(("title", "The dead", "  "))
    assert choose(returned, _catalogue(), UNITS, Problems()) == []


def test_the_catalogue_keeps_what_was_not_returned() -> None:
    """Header, remarks, flags, previous texts and obsolete entries stay; a taken unit is current."""
    returned = _returned(("title", "The dead", "Қаза тапқандар"))
    taken = choose(returned, _catalogue(), UNITS, Problems())
    text = with_taken(CATALOGUE, UNITS.values(), taken, "kk", "sample")
    for kept in (
        *("# A remark of ours.", '"X-Ours: kept\\n"', "# Ask about this one."),
        *("#. From the editor", '#| msgid "It was 6."', "#, fuzzy", '#~ msgid "Gone."'),
        'msgstr "Қаза тапқандар"',
    ):
        assert kept in text
    states = _catalogue(text).states
    assert states["title"] is State.TRANSLATED
    assert states["old/1"] is State.STALE
    assert states["new/1"] is State.UNTRANSLATED


def test_a_stale_unit_is_current_once_it_is_taken() -> None:
    """The previous text goes with the translation that was made for it."""
    returned = _returned(("old/1", "It was 7.", "Ол 7 болды."))
    taken = choose(returned, _catalogue(), UNITS, Problems())
    text = with_taken(CATALOGUE, UNITS.values(), taken, "kk", "sample")
    assert _catalogue(text).states["old/1"] is State.TRANSLATED
    assert "It was 6." not in text


def test_a_stale_unit_goes_out_with_the_text_it_was_made_for() -> None:
    """A translator sees what has changed."""
    units = sheet_of("sample", "en", _catalogue(), UNITS).units
    assert {unit.key: unit.previous for unit in units if unit.previous} == {"old/1": "It was 6."}


def test_an_older_file_is_never_written_over() -> None:
    """The name for the file before is always a new one."""
    there = ["kk.po", "kk.po.old-1", "kk.po.old-3"]
    assert next(numbered_beside("kk.po", there)) == "kk.po.old-2"


def test_long_unchanged_parts_are_left_out_of_a_difference() -> None:
    """A change shows with some words around it."""
    old = " ".join(f"w{n}" for n in range(40))
    assert word_diff(old, old.replace("w20 ", "x ")) == (
        "… w14 w15 w16 w17 w18 w19 {w20 → x} w21 w22 w23 w24 w25 w26 …"
    )


def test_line_ends_follow_the_source() -> None:
    """Tools break lines; only a list has lines of its own."""
    assert tidied("one\r\n two  three\u00a0four ", "a b") == "one two three\u00a0four"
    assert tidied("- one\r\n- two", "- a\n- b") == "- one\n- two"
