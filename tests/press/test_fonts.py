"""Faces: made once, the same everywhere, and what they cover."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from report.model.problem import Stop
from report.press import fonts
from report.press.cutting import make_face
from report.press.faces import FACES, Face
from report.press.fonts import FontFolder, cache_folder, prepare_fonts

ITALIC = FACES[1]


@pytest.fixture
def few_faces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut only the quickest face where the folder, not the faces, is what is tested."""
    monkeypatch.setattr(fonts, "FACES", (ITALIC,))


def variable_file(face: Face) -> bytes:
    return fonts._package_file(face.package, face.file)


def test_every_family_has_the_letters_of_the_three_languages(faces: FontFolder) -> None:
    """English, Russian, Kazakh, the tenge and the signs of a brief are in every family."""
    text = (
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
        "әғқңөұүһіӘҒҚҢӨҰҮҺІ₸№§¶†‡•→−×…–—‐«»“”‘’„\u00a0\u202f\u2009"
    )
    assert faces.missing_characters(text) == set()


@pytest.mark.parametrize(
    ("text", "family", "missing"),
    [
        ("中", "", {"中"}),
        ("a\u2011b", "Report Serif", {"\u2011"}),
        ("a\u2011b", "Report Sans", set()),
        ("a\u2011b", "", {"\u2011"}),
        ("soft\u00adhyphen, join\u2060er, zero\u200bwidth\n\t", "", set()),
        ("\U0001f600", "Report Sans", {"\U0001f600"}),
    ],
)
def test_missing_characters(faces: FontFolder, text: str, family: str, missing: set[str]) -> None:
    """A character without a glyph is told before anything is laid out; invisible ones need none."""
    assert faces.missing_characters(text, family) == missing


def test_a_face_is_always_the_same_bytes() -> None:
    """The same package makes the same face, down to the last byte."""
    first = make_face(ITALIC, variable_file(ITALIC))
    assert hashlib.sha256(first).digest() == (
        hashlib.sha256(make_face(ITALIC, variable_file(ITALIC))).digest()
    )


def test_kerning_is_that_of_the_variable_font() -> None:
    """Our quick way to fix kerning gives the values that fontTools' own gives."""
    import io

    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    sans_italic = FACES[7]
    theirs = TTFont(io.BytesIO(variable_file(sans_italic)))
    instantiateVariableFont(theirs, sans_italic.location, inplace=True)
    ours = TTFont(io.BytesIO(make_face(sans_italic, variable_file(sans_italic))))
    letters = "ATVWYafovy.,“”’14АГДТУабгдтуғқұүіө"
    names = [ours.getBestCmap()[ord(letter)] for letter in letters]
    expected = {(a, b): kerning(theirs, a, b) for a in names for b in names}
    assert sum(1 for value in expected.values() if value) > 100
    assert {(a, b): kerning(ours, a, b) for a in names for b in names} == expected


def kerning(font: object, first: str, second: str) -> int:
    """Return what the first fitting subtable of each kerning lookup adds to the advance."""
    gpos = font["GPOS"].table  # type: ignore[index]
    lookups = sorted(
        {
            index
            for record in gpos.FeatureList.FeatureRecord
            if record.FeatureTag == "kern"
            for index in record.Feature.LookupListIndex
        }
    )
    total = 0
    for index in lookups:
        for subtable in gpos.LookupList.Lookup[index].SubTable:
            table = getattr(subtable, "ExtSubTable", subtable)
            if table.LookupType != 2 or first not in table.Coverage.glyphs:
                continue
            if table.Format == 2:
                row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)]
                value = row.Class2Record[table.ClassDef2.classDefs.get(second, 0)].Value1
                total += getattr(value, "XAdvance", 0) or 0
                break
            pairs = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
            if found := [pair for pair in pairs if pair.SecondGlyph == second]:
                total += getattr(found[0].Value1, "XAdvance", 0) or 0
                break
    return total


@pytest.mark.usefixtures("few_faces")
def test_a_damaged_cache_is_made_again(tmp_path: Path) -> None:
    """A truncated face, a broken index or a changed configuration never reaches the page."""
    folder = prepare_fonts(tmp_path).folder
    face = folder / ITALIC.file_name
    whole = face.read_bytes()
    foreign = "<fontconfig><dir>/usr/share/fonts</dir></fontconfig>"
    for damaged, content in (
        (face, whole[:-1]),
        (folder / "faces.json", b'{"sha256": []}'),
        (folder / "fonts.conf", foreign.encode()),
    ):
        damaged.write_bytes(content)
        again = prepare_fonts(tmp_path)
        assert face.read_bytes() == whole
        assert "/usr/share" not in again.config_path.read_text()
        assert [path.name for path in tmp_path.iterdir()] == [folder.name]


@pytest.mark.usefixtures("few_faces")
def test_two_at_once_make_one_whole_folder(tmp_path: Path) -> None:
    """Two builds that start together on a fresh machine end with one whole cache."""
    with ThreadPoolExecutor(2) as pool:
        folders = list(pool.map(lambda _: prepare_fonts(tmp_path).folder, range(2)))
    assert folders[0] == folders[1]
    assert [path.name for path in tmp_path.iterdir()] == [folders[0].name]


@pytest.mark.usefixtures("few_faces")
def test_a_cache_that_cannot_be_written_is_replaced(tmp_path: Path) -> None:
    """A read-only home folder does not stop a build."""
    (tmp_path / "file").write_text("")
    assert prepare_fonts(tmp_path / "file" / "cache").config_path.exists()


def test_a_missing_font_package_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its font package nothing is printed, and the message says what to install."""
    absent = Face("fontpkg_not_there", "No.ttf", "Report Serif", 400)
    monkeypatch.setattr(fonts, "FACES", (absent,))
    with pytest.raises(Stop) as stop:
        prepare_fonts(tmp_path)
    assert stop.value.exit_code == 3
    assert stop.value.problems[0].code == "missing-font"
    assert "pip install fontpkg-not-there" in stop.value.problems[0].hint


def test_another_recipe_has_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Faces cut by an earlier recipe are never met again."""
    before = fonts._key([b"font"])
    monkeypatch.setattr(fonts, "RECIPE", "other")
    assert fonts._key([b"font"]) != before
    assert fonts._key([b"font"]) != fonts._key([b"other font"])


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"HOME": "/home/o"}, "/home/o/.cache/report"),
        ({"HOME": "/home/o", "XDG_CACHE_HOME": "/c"}, "/c/report"),
        ({"HOME": "/home/o", "XDG_CACHE_HOME": "relative"}, "/home/o/.cache/report"),
    ],
)
def test_where_the_cache_is(environment: dict[str, str], folder: str) -> None:
    """The cache is where the XDG specification has it; a relative path there is ignored."""
    assert str(cache_folder(environment)) == folder
