"""The bundled dossier, as a newcomer meets it: checked, printed in three languages, validated."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

ROOT = Path(__file__).resolve().parent.parent
BUNDLED = ROOT / "seeds" / "kazakhstan-january-2022"
FULL_TEXTS = ROOT.parent / "shared" / "seeds"
LANGS = ("en", "ru", "kk")


def report(*arguments: str, **rest: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "report", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **rest)  # type: ignore[call-overload,no-any-return]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the brief in all languages once; return the folder of outputs."""
    output = tmp_path_factory.mktemp("build")
    langs = [word for lang in LANGS for word in ("-l", lang)]
    done = report("build", str(BUNDLED), "-o", str(output), *langs)
    assert done.returncode == 0, done.stderr
    return output / BUNDLED.name


def pdf_of(built: Path, lang: str) -> Path:
    return built / f"{BUNDLED.name}-brief.{lang}.pdf"


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return unicodedata.normalize("NFC", "\n".join(pages))


def test_it_checks_by_passage() -> None:
    """Without the full texts the recorded passages hold everything: 0 problems."""
    done = report("check", str(BUNDLED), "-l", "ru", "-l", "kk")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "0 of 5 in full, 5 by passage" in done.stdout


def test_it_checks_in_full() -> None:
    """With the full texts every passage is found again in them: 0 problems."""
    if not FULL_TEXTS.is_dir():
        pytest.skip(f"the full texts are not in {FULL_TEXTS}")
    done = report("check", str(BUNDLED), "--documents", str(FULL_TEXTS))
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "5 of 5 in full" in done.stdout


def test_no_full_text_is_kept() -> None:
    """The project holds records and short passages, never a whole document."""
    if not FULL_TEXTS.is_dir():
        pytest.skip(f"the full texts are not in {FULL_TEXTS}")
    kept = [path for path in ROOT.rglob("*") if path.is_file() and ".git" not in path.parts]
    hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for path in FULL_TEXTS.iterdir()}
    small = [path for path in kept if path.stat().st_size < 10_000 and ".venv" not in path.parts]
    assert not [path for path in small if hashlib.sha256(path.read_bytes()).hexdigest() in hashes]


def test_the_brief_has_its_length(built: Path) -> None:
    """The English brief has 12 to 24 pages, and the manifest says how many."""
    manifest = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    pages = {entry["lang"]: entry["pages"] for entry in manifest["outputs"]}
    assert 12 <= pages["en"] <= 24
    assert set(pages) == set(LANGS)
    for entry in (*manifest["outputs"], *manifest["data"]):
        digest = hashlib.sha256((built / entry["path"]).read_bytes()).hexdigest()
        assert digest == entry["sha256"], entry["path"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_pdf_carries_its_evidence(built: Path, lang: str) -> None:
    """evidence.json and references.json are attached, byte for byte as beside the PDF."""
    with pikepdf.open(pdf_of(built, lang)) as pdf:
        for name in ("evidence.json", "references.json"):
            assert name in pdf.attachments
        evidence = json.loads(pdf.attachments["evidence.json"].get_file().read_bytes())
    assert len(evidence["findings"]) >= 14
    assert evidence["checked"]["quotations"] > 100


@pytest.mark.parametrize("lang", LANGS)
def test_all_fonts_are_ours(built: Path, lang: str) -> None:
    """Every font in the file is one of our faces, embedded."""
    with pikepdf.open(pdf_of(built, lang)) as pdf:
        names = {
            str(item.get("/BaseFont", ""))
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
        }
    assert names
    assert all(re.fullmatch(r"/[A-Z]{6}\+Report-.*", name) for name in names), names


WORDS = {
    "ru": ("Содержание", "Хронология", "Рекомендации", "более 200", "неофициальный перевод"),
    "kk": ("Мазмұны", "Ұсыныстар", "200-ден астам", "Бұл – бейресми аударма"),
}
# The words of our own pages, none of which may stand in a page of another language. "Summary" is
# the heading of the English summary itself.
ENGLISH = ("Contents", "Key messages", "Timeline", "Recommendations", "Finding ", "Not verified")
ENGLISH += (
    "Reported",
    "Register of evidence",
    "Method",
    "note 1 above",
    "paras.",
    "Ibid",
    "Figure",
)


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_no_page_falls_back_to_english(built: Path, lang: str) -> None:
    """A whole edition speaks its own language, but for quotations and titles of documents."""
    text = text_of(pdf_of(built, lang)).replace("\u00a0", " ")
    for word in WORDS[lang]:
        assert word in text, word
    for word in ENGLISH:
        assert word not in text, word


def test_the_summary_stands_in_three_languages(built: Path) -> None:
    """The English brief holds the summary in English, Russian and Kazakh, with the notices."""
    text = text_of(pdf_of(built, "en"))
    for word in ("Summary", "Резюме", "Түйін", "неофициальный перевод", "бейресми аударма"):
        assert word in text


@pytest.mark.parametrize("lang", LANGS)
def test_qpdf_finds_no_fault(built: Path, lang: str) -> None:
    """The file is sound PDF."""
    if not shutil.which("qpdf"):
        pytest.skip("needs qpdf")
    done = subprocess.run(
        ["qpdf", "--check", pdf_of(built, lang)], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_same_dossier_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Another folder, time zone, hash seed and locale change no byte."""
    copy = tmp_path / "elsewhere" / "dossier"
    shutil.copytree(BUNDLED, copy)
    world = {**os.environ, "TZ": "Asia/Almaty", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    done = report("build", str(copy), "-o", str(tmp_path / "out"), env=world)
    assert done.returncode == 0, done.stderr
    again = tmp_path / "out" / BUNDLED.name / pdf_of(built, "en").name
    assert again.read_bytes() == pdf_of(built, "en").read_bytes()


def test_the_wheel_is_whole(tmp_path: Path) -> None:
    """An installed package finds its templates and checks the bundled dossier."""
    pytest.importorskip("hatchling")
    build = "from hatchling.build import build_wheel; import sys; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    wheel = tmp_path / done.stdout.split()[-1]
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    world = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    where = [sys.executable, "-c", "import report; print(report.__file__)"]
    found = subprocess.run(
        where, cwd=tmp_path, env=world, capture_output=True, text=True, check=True
    )
    assert str(tmp_path) in found.stdout
    checked = report("check", str(BUNDLED), "-l", "ru", cwd=tmp_path, env=world)
    assert checked.returncode == 0, checked.stderr
