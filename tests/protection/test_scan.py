"""Every kind of place of every kind of finished file is searched, and what cannot be is said."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pikepdf
import pytest
from planted import GUARD
from planted_files import FILE_PLACES, png
from planted_pdf import PDF_PLACES

from report.commands.scanning import scan_confined, scan_file, tell_scanned
from report.model.problem import Problems
from report.protection.scan import Scanned

PLACES = {**{f"PDF: {name}": make for name, make in PDF_PLACES.items()}, **FILE_PLACES}
# Three languages, two alphabets, declined, transliterated, with letters that look alike.
PLANTED = {
    "English": ("w1", "Jonathan Smithson"),
    "Russian, declined": ("w1", "Смитсоном"),
    "Kazakh, with suffixes": ("w2", "Тоқсабаеваларының"),
    "Kazakh in Latin letters": ("w2", "Toqsabaeva"),
    "look-alike letters": ("w1", "Sm\u0456ths\u043en"),
    "Russian, initials": ("w5", "С. В. Горемыкскому"),
}


def _told(data: bytes, name: str = "file") -> tuple[Scanned, str, set[str]]:
    """Return what a search finds, all that it says, and the codes."""
    problems, scanned = Problems(), scan_file(GUARD, name, data)
    tell_scanned(scanned, name, GUARD, problems)
    said = "\n".join(map(str, problems))
    assert not GUARD.named_in(said)
    return scanned, said, {one.code for one in problems}


@pytest.mark.parametrize("place", PLACES)
def test_a_planted_name_is_found(place: str) -> None:
    """Each form is found in each place, of the right person and no other, and is told by none."""
    make: Callable[[str], bytes] = PLACES[place]
    for form, (person, words) in PLANTED.items():
        scanned, said, codes = _told(make(words))
        assert {one for leak in scanned.leaks for one in leak.named} == {person}, form
        assert "leak" in codes, form
        assert f"({person})" in said, form


@pytest.mark.parametrize("place", PLACES)
def test_an_unplanted_file_is_clean(place: str) -> None:
    """The same file with another word is clean: what is found is the name, not the place."""
    scanned, _, codes = _told(PLACES[place]("Bernhardine"))
    assert scanned.leaks == ()
    assert codes <= {"scan-pixels"}


def test_the_name_of_a_file_is_a_place() -> None:
    """A name in the name of a file is found, and is not in what is said of it."""
    scanned, said, _ = _told(b"Nothing.", "smithson_jonathan.txt")
    assert [leak.kind for leak in scanned.leaks] == ["file name"]
    assert said.startswith("[w1].txt:1:1: error leak")


def _encrypted() -> bytes:
    pdf, stream = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    pdf.save(stream, encryption=pikepdf.Encryption(owner="a", user="b"))
    return stream.getvalue()


def _without_letters() -> bytes:
    """Return a PDF with words in a font that does not say what its codes mean."""
    pdf, stream = pikepdf.new(), io.BytesIO()
    page = pdf.add_blank_page()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, Encoding=pikepdf.Name("/Identity-H")
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    page.Contents = pikepdf.Stream(pdf, b"BT /F 9 Tf <00010002> Tj ET")
    pdf.save(stream)
    return stream.getvalue()


def _locked_member() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "text")
    data = bytearray(stream.getvalue())
    data[6] |= 1  # the mark of encryption, in the header and in the directory
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        _encrypted(),
        _without_letters(),
        _locked_member(),
        b"%PDF-1.7\nnothing more",
        b"PK\x03\x04 cut off",
        b"7z\xbc\xaf\x27\x1c",
        b"\x28\xb5\x2f\xfd and more",
        rb"{\rtf1\ansi \u1057?\u1084?}",
        b"BZh9 cut off",
        b"\xfd7zXZ\0 cut off",
        b"\x1f\x8b\x08\x00 cut off",
    ],
    ids=[
        "encrypted",
        "no letters",
        "locked member",
        "no PDF",
        "no ZIP",
        "7z",
        "zstd",
        "RTF",
        "no bzip2",
        "no xz",
        "no gzip",
    ],
)
def test_what_cannot_be_read_is_never_clean(data: bytes) -> None:
    """Encryption, damage, closed kinds of files, fonts without letters are errors."""
    assert "scan-unread" in _told(data)[2]


def test_bytes_of_no_known_kind_are_told() -> None:
    """What stands open in them is read; that more may be in them is said."""
    assert _told(bytes(range(256)) * 9)[2] == {"scan-pixels"}


def test_pixels_are_told() -> None:
    """Pixels are told wherever a picture lies, as what no search reads."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("picture.png", png("none")("a"))
    assert _told(stream.getvalue())[2] == {"scan-pixels"}


def test_a_file_of_others_is_searched_apart() -> None:
    """In a process of its own the same is found, and a reader that ends badly is told."""
    data = PLACES["DOCX: comment"]("Смитсон")
    assert scan_confined(GUARD, "a.docx", data) == scan_file(GUARD, "a.docx", data)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"\0" * (300 * 1024 * 1024))
    assert scan_confined(GUARD, "bomb.zip", bomb.getvalue()).hides_text
