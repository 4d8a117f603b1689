"""Problems of files that cannot be kept in a folder of examples: links, pipes, great size."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from laid_out import HERE, lay_out, said

from report.__main__ import main
from report.editions.interface import Interface, load_interface, summary_words
from report.model.problem import Stop
from report.press.proof import check_pdf

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return lay_out(HERE / "base", tmp_path / "dossier")


def told_code(code: str, told: str, place: str) -> None:
    assert f"{place}: error {code}: " in told, told


def test_a_link_is_not_followed(dossier: Path, capsys: Capture) -> None:
    """link-refused: a file that is a link is not read, wherever it points."""
    (dossier / "findings.yaml").rename(dossier / "other.yaml")
    (dossier / "findings.yaml").symlink_to(dossier / "other.yaml")
    code, told = said(dossier, capsys)
    assert code == 1
    told_code("link-refused", told, "findings.yaml:1:1")


@pytest.mark.parametrize("name", ["documents", "translations"])
def test_a_linked_folder_is_told_once(dossier: Path, capsys: Capture, name: str) -> None:
    """link-refused: a folder that is a link is told, and its files are not read."""
    (dossier / name).rename(dossier.parent / name)
    (dossier / name).symlink_to(dossier.parent / name)
    code, told = said(dossier, capsys)
    assert code == 1
    assert "error link-refused: " in told
    assert "not-held" not in told
    assert "untranslated" not in told


@pytest.mark.parametrize("name", ["documents", "translations"])
def test_a_file_in_place_of_a_folder(dossier: Path, capsys: Capture, name: str) -> None:
    """link-refused: a file where a folder should be is a problem, never a traceback."""
    shutil.rmtree(dossier / name)
    (dossier / name).write_text("x")
    code, told = said(dossier, capsys)
    assert code == 1
    assert "error link-refused: " in told


@pytest.mark.parametrize("name", ["dossier.yaml", "findings.yaml", "translations/kk.po"])
@pytest.mark.parametrize("kind", ["pipe", "folder", "socket"])
def test_only_plain_files_are_read(dossier: Path, capsys: Capture, name: str, kind: str) -> None:
    """not-a-file: a pipe does not make the program wait, a folder or a socket is told."""
    path = dossier / name
    path.unlink()
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        import socket

        with socket.socket(socket.AF_UNIX) as server, tempfile.TemporaryDirectory() as short:
            server.bind(f"{short}/s")
            Path(f"{short}/s").rename(path)
    code, told = said(dossier, capsys)
    assert code == 1
    kinds = ("not-a-file", "file-unreadable")  # a socket cannot even be opened
    assert any(f"{name}:1:1: error {one}: " in told for one in kinds), told


def test_a_file_of_great_size_is_not_read(dossier: Path, capsys: Capture) -> None:
    """file-too-large: a file beyond the limit is told without being read."""
    with (dossier / "findings.yaml").open("ab") as file:
        file.truncate(20_000_000_000)
    code, told = said(dossier, capsys)
    assert code == 1
    told_code("file-too-large", told, "findings.yaml:1:1")


def test_a_text_of_many_pages(dossier: Path, capsys: Capture) -> None:
    """text-too-long: one text of a brief is not a book."""
    path = dossier / "findings.yaml"
    path.write_text(path.read_text().replace("A teacher said", "A teacher said " + "so " * 7_000))
    code, told = said(dossier, capsys)
    assert code == 1
    told_code("text-too-long", told, "findings.yaml:38:1")


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that a user without rights can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to become another user")
@pytest.mark.parametrize("name", ["findings.yaml", "documents", "documents/olmar-gazette.txt"])
def test_what_may_not_be_read_is_told_as_root(
    open_to_all: Path, capsys: Capture, name: str
) -> None:
    """file-unreadable: a file or folder without permission is told with its name."""
    dossier = lay_out(HERE / "base", open_to_all / "dossier")
    main(["check", str(dossier)])  # all modules are loaded before rights are given up
    capsys.readouterr()
    (dossier / name).chmod(0)
    os.seteuid(65534)
    try:
        code, told = said(dossier, capsys)
    finally:
        os.seteuid(0)
    assert code == 1
    told_code("file-unreadable", told, f"{name}:1:1")


def test_words_of_the_pages_without_a_translation() -> None:
    """interface-untranslated: a string that a language lacks is told, never printed in English."""
    kazakh = load_interface("kk")
    assert kazakh.messages is not None
    emptied = Interface("kk", type(kazakh.messages)("ui.po", {}, lambda _: 0))
    with pytest.raises(Stop) as stop:
        summary_words(emptied)
    assert stop.value.exit_code == 3
    assert {p.code for p in stop.value.problems} == {"interface-untranslated"}
    assert "“Summary”" in " ".join(p.message for p in stop.value.problems)


def test_words_of_the_pages_that_are_not_there(tmp_path: Path) -> None:
    """interface-missing: a language without its catalogue stops the press with its path."""
    with pytest.raises(Stop) as stop:
        load_interface("kk", tmp_path)
    (found,) = stop.value.problems
    assert (stop.value.exit_code, found.code) == (3, "interface-missing")
    assert "ui.po" in found.message


def test_a_font_that_is_not_ours(tmp_path: Path) -> None:
    """foreign-font: a PDF that names any other font is refused."""
    import io

    import pikepdf

    pdf = pikepdf.new()
    pdf.add_blank_page()
    font = {"/Type": pikepdf.Name.Font, "/BaseFont": pikepdf.Name("/ABCDEF+DejaVu-Sans")}
    pdf.pages[0].Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(F1=pdf.make_indirect(pikepdf.Dictionary(font)))
    )
    data = io.BytesIO()
    pdf.save(data)
    from report.model.place import Place

    found = list(check_pdf(data.getvalue(), ["Report Serif"], Place("brief")))
    assert [p.code for p in found] == ["foreign-font"]
    assert "DejaVu-Sans" in found[0].message
