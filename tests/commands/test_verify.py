"""Anybody can check a brief with nothing but the file, and is told of each alteration."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, String
from small_builds import NAME, Built, Run
from tampering import (
    added_behind,
    attach,
    attached,
    changed,
    detach,
    led_elsewhere,
    noted,
    repainted,
    resealed,
    rewritten,
    said_aloud,
    signed_over,
    with_font_of,
)

Forged = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def brief(printed: Built) -> bytes:
    return (printed.folder / f"{NAME}-brief.en.pdf").read_bytes()


def _codes(text: str) -> set[str]:
    return set(re.findall(r": error ([a-z-]+): ", text))


def test_a_brief_as_printed_is_whole(printed: Built, run: Run) -> None:
    """Every step that can be done holds, and what cannot be done is said."""
    path = printed.folder / f"{NAME}-brief.en.pdf"
    done = run("verify", path, "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert told["ok"]
    assert not told["problems"]
    states = {one["step"]: one["state"] for one in told["steps"]}
    assert states == {
        "pages": "holds",
        "beside the pages": "holds",
        "attachments": "holds",
        "printed words": "holds",
        "evidence": "holds",
        "texts against evidence": "holds",
        "documents": "not-done",
        "manifest": "holds",
        "signature": "not-done",
        "pictures": "not-done",
    }
    said = run("verify", path).stdout
    assert "whole, as far as it could be checked" in said


def test_something_is_really_checked(printed: Built, run: Run) -> None:
    """The counts are those of the dossier, not noughts."""
    said = run("verify", printed.folder / f"{NAME}-brief.en.pdf").stdout
    counts = re.search(r"(\d+) quotations by their passages, (\d+) figures", said)
    assert counts
    assert int(counts.group(1)) >= 4
    assert int(counts.group(2)) == 2


def test_passages_are_found_again_in_the_documents(printed: Built, run: Run) -> None:
    """With the documents at hand each passage is looked up in them."""
    path = printed.folder / f"{NAME}-brief.en.pdf"
    done = run("verify", path, "--documents", printed.dossier / "documents")
    assert done.returncode == 0
    assert "holds     documents: 2 of 2 found by checksum" in done.stdout


MATRIX: dict[str, tuple[Forged, set[str]]] = {
    "a digit of a page": (
        lambda pdf: changed(pdf, repainted("43 people", "34 people")),
        {"page-changed", "text-not-printed"},
    ),
    "a word of a page": (
        lambda pdf: changed(pdf, repainted("could not", "could now")),
        {"page-changed", "text-not-printed"},
    ),
    "a page taken out": (
        lambda pdf: changed(pdf, lambda opened: opened.pages.__delitem__(2)),
        {"page-count-changed", "page-missing"},
    ),
    "a page put in": (
        lambda pdf: changed(pdf, lambda opened: opened.add_blank_page() and None),
        {"page-count-changed", "page-changed"},
    ),
    "two pages exchanged": (
        lambda pdf: changed(pdf, lambda opened: opened.pages.reverse()),
        {"page-changed"},
    ),
    "the evidence swapped": (
        lambda pdf: changed(pdf, rewritten("evidence.json", '"43"', '"34"')),
        {"attachment-changed", "evidence-false"},
    ),
    "a quotation of the evidence altered": (
        lambda pdf: changed(
            pdf, rewritten("evidence.json", '"quote": "We were held', '"quote": "They were held')
        ),
        {"attachment-changed", "evidence-false"},
    ),
    "the references swapped": (
        lambda pdf: changed(pdf, attach("references.json", b"[]")),
        {"attachment-changed"},
    ),
    "a file attached": (
        lambda pdf: changed(pdf, attach("invoice.exe", b"MZ")),
        {"attachment-added"},
    ),
    "a file taken out": (
        lambda pdf: changed(pdf, detach("references.json")),
        {"brief-carries-nothing"},
    ),
    "the seal made anew over an altered page": (
        lambda pdf: resealed(changed(pdf, repainted("43 people", "34 people"))),
        {"text-not-printed"},
    ),
    "page, printed words and seal altered alike": (
        lambda pdf: resealed(
            changed(
                pdf,
                repainted("43 people", "34 people"),
                rewritten("printed.json", "43 people", "34 people"),
            )
        ),
        {"text-unproved"},
    ),
    "figure, page, printed words and seal altered alike": (
        lambda pdf: resealed(
            changed(
                pdf,
                repainted("43 people", "34 people"),
                rewritten("printed.json", "43 people", "34 people"),
                rewritten("evidence.json", '"43"', '"34"'),
            )
        ),
        {"evidence-false", "text-unproved"},
    ),
    "a quotation of the page, the printed words and the seal": (
        lambda pdf: resealed(
            changed(
                pdf,
                repainted("could not", "could now"),
                rewritten("printed.json", "could not call", "could now call"),
            )
        ),
        {"text-unproved"},
    ),
    "a box over a figure": (lambda pdf: changed(pdf, noted), {"page-changed"}),
    "a box that says it is a signature": (lambda pdf: changed(pdf, signed_over), {"page-changed"}),
    "a box in a further revision": (added_behind, {"page-changed"}),
    "a link that leads elsewhere": (lambda pdf: changed(pdf, led_elsewhere), {"page-changed"}),
    "a page cut to a part of it": (
        lambda pdf: changed(
            pdf, lambda opened: setattr(opened.pages[0].obj, "CropBox", [0, 0, 99, 99])
        ),
        {"page-changed"},
    ),
    "a page turned": (
        lambda pdf: changed(pdf, lambda opened: setattr(opened.pages[0].obj, "Rotate", 180)),
        {"page-changed"},
    ),
    "letters of another font": (lambda pdf: changed(pdf, with_font_of), {"page-changed"}),
    "words that are read aloud": (
        lambda pdf: changed(pdf, said_aloud("/ActualText")),
        {"document-altered"},
    ),
    "a text alternative": (lambda pdf: changed(pdf, said_aloud("/Alt")), {"document-altered"}),
    "a bookmark": (
        lambda pdf: changed(
            pdf, lambda opened: setattr(opened.Root.Outlines.First, "Title", "34 people")
        ),
        {"document-altered"},
    ),
    "an action at the opening": (
        lambda pdf: changed(
            pdf,
            lambda opened: setattr(
                opened.Root, "OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
            ),
        ),
        {"document-altered"},
    ),
    "a file that only lists of files name": (
        lambda pdf: changed(
            pdf,
            lambda opened: opened.Root.AF.append(
                opened.make_indirect(Dictionary(Type=Name.Filespec, UF=String("invoice.exe")))
            ),
        ),
        {"document-altered"},
    ),
    "a seal that says nothing of what is beside the pages": (
        lambda pdf: changed(
            resealed(changed(pdf, said_aloud("/Alt"))),
            lambda opened: attach(
                "seal.json", json.dumps({**attached(opened, "seal.json"), "document": {}}).encode()
            )(opened),
        ),
        {"document-altered"},
    ),
    "the seal no seal": (
        lambda pdf: changed(pdf, attach("seal.json", b'{"pages": 1}')),
        {"carried-unreadable"},
    ),
    "the evidence no evidence": (
        lambda pdf: changed(pdf, attach("evidence.json", b"[" * 100_000)),
        {"carried-unreadable"},
    ),
}


@pytest.mark.parametrize("name", MATRIX)
def test_each_alteration_is_told(brief: bytes, tmp_path: Path, run: Run, name: str) -> None:
    """What was altered is told by its own code, whatever else of the file was made to fit."""
    forge, codes = MATRIX[name]
    path = tmp_path / "brief.pdf"
    path.write_bytes(forge(brief))
    done = run("verify", path)
    assert done.returncode == 1
    assert codes <= _codes(done.stderr), done.stderr
    assert "Traceback" not in done.stderr


def test_only_the_documents_tell_a_wholly_consistent_forgery(
    brief: bytes, printed: Built, tmp_path: Path, run: Run
) -> None:
    """Where even the passages were altered to fit, the documents tell; without them it is said
    that nobody vouches for the file.
    """
    forged = changed(
        brief,
        repainted("43 people", "34 people"),
        rewritten("printed.json", "43 people", "34 people"),
        rewritten("evidence.json", "43", "34"),
    )
    path = tmp_path / "brief.pdf"
    path.write_bytes(resealed(forged))
    alone = run("verify", path)
    assert "not done  signature: the file is not signed" in alone.stdout
    done = run("verify", path, "--documents", printed.dossier / "documents")
    assert done.returncode == 1
    assert "evidence-false" in _codes(done.stderr)


def test_a_manifest_of_another_file_is_told(built: Built, run: Run) -> None:
    """manifest-differs: the manifest beside the file names it with another checksum."""
    path = built.folder / f"{NAME}-brief.en.pdf"
    manifest = built.folder / "manifest.json"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest.write_text(manifest.read_text("utf-8").replace(digest, "0" * 64), encoding="utf-8")
    done = run("verify", path)
    assert done.returncode == 1
    assert _codes(done.stderr) == {"manifest-differs"}


def _locked(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        out = io.BytesIO()
        opened.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda pdf: b"", "brief-unreadable"),
        (lambda pdf: b"no PDF", "brief-unreadable"),
        (lambda pdf: pdf[: len(pdf) // 3], "brief-unreadable"),
        (_locked, "brief-unreadable"),
        (lambda pdf: b"\x00" * 5_000_000, "brief-unreadable"),
    ],
)
def test_what_cannot_be_read_is_said(
    brief: bytes, tmp_path: Path, run: Run, spoil: Forged, code: str
) -> None:
    """A damaged, locked or foreign file is told, without a traceback."""
    path = tmp_path / "brief.pdf"
    path.write_bytes(spoil(brief))
    done = run("verify", path)
    assert done.returncode == 1
    assert code in _codes(done.stderr), done.stderr
    assert "Traceback" not in done.stderr


def test_a_pdf_of_another_program_carries_nothing(tmp_path: Path, run: Run) -> None:
    """brief-carries-nothing: a file that is not ours is not called whole."""
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(tmp_path / "other.pdf")
    done = run("verify", tmp_path / "other.pdf")
    assert done.returncode == 1
    assert _codes(done.stderr) == {"brief-carries-nothing"}


def test_a_file_that_is_not_there(tmp_path: Path, run: Run) -> None:
    """A wrong name is wrong usage."""
    assert run("verify", tmp_path / "none.pdf").returncode == 2


def _word(folder: Path, text: str) -> Path:
    """Write a Word file that says a text, as somebody would who altered a submission."""
    import docx

    document = docx.Document()
    document.add_paragraph(text)
    path = folder / "submission.en.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The Ombudsman found that 43 people were detained.", True),
        ("The Ombudsman found that 34 people were detained.", False),
        ("A teacher said: “We were held for nine hours and could not call a lawyer”.", True),
        ("A teacher said: “We were held for nine hours and could call a lawyer”.", False),
    ],
)
def test_a_word_file_is_held_against_the_evidence_beside_it(
    printed: Built, run: Run, tmp_path: Path, text: str, whole: bool
) -> None:
    """A Word file has its words compared with the evidence.json that was published with it."""
    path = _word(tmp_path, text)
    done = run("verify", path, "--evidence", printed.folder / "evidence.json")
    assert (done.returncode == 0) is whole, done.stdout + done.stderr
    assert ("text-unproved" in _codes(done.stderr)) is not whole


def test_a_word_file_without_its_evidence(run: Run, tmp_path: Path) -> None:
    """evidence-not-beside: nothing can be said of a Word file alone."""
    done = run("verify", _word(tmp_path, "Words."))
    assert done.returncode == 1
    assert _codes(done.stderr) == {"evidence-not-beside"}
    assert "nothing of it was checked" in done.stderr


def test_a_word_file_for_trusted_hands_is_held_against_its_own_evidence(
    printed: Built, run: Run, tmp_path: Path
) -> None:
    """Its language and the evidence beside it are told by its name: never the public evidence."""
    public = (printed.folder / "evidence.json").read_text("utf-8")
    word = _word(tmp_path, "Омбудсмен установил, что задержаны 43 человека.")
    word = word.rename(tmp_path / "submission.ru.trusted.docx")
    (tmp_path / "evidence.json").write_text(public, "utf-8")
    alone = run("verify", word)
    assert _codes(alone.stderr) == {"evidence-not-beside"}
    assert "evidence.trusted.json is not there" in alone.stderr
    (tmp_path / "evidence.trusted.json").write_text(public, "utf-8")
    done = run("verify", word)
    assert done.returncode == 0, done.stderr
    assert "Word file of olmar-march, ru" in done.stdout
    assert "no manifest.trusted.json lies beside the file" in done.stdout


def test_what_is_no_claim_does_not_fail_a_brief(dossier: Path, run: Run) -> None:
    """A session named by its number, a time that is asked for, names in quotation marks hold."""
    text = (dossier / "dossier.yaml").read_text("utf-8")
    text = text.replace(
        "measures:", "session: {body: Working Group, name: Fifty-third session}\nmeasures:"
    )
    text = text.replace("Keep a record of each call to a lawyer.", "Keep a record within two days.")
    text = text.replace("name: Clean Water Watch", "name: “Clean Water” Watch")
    submission = "submission: {profile: upr-individual, keywords: [lawyers], introduction: One.}\n"
    (dossier / "dossier.yaml").write_text(text + submission, "utf-8")
    record = dossier / "documents" / "olmar-gazette.yaml"
    named = "described_title: Text that begins “The three marchers of the fifth …\n"
    record.write_text(re.sub(r"title: .*\n", named, record.read_text("utf-8"), count=1), "utf-8")
    findings = (dossier / "findings.yaml").read_text("utf-8")
    findings = findings.replace("attributed_to: the mayor", "attributed_to: Police")
    findings = findings.replace("attributed_to: Ombudsman of Olmar", "attributed_to: Clean Water")
    (dossier / "findings.yaml").write_text(findings, "utf-8")
    done = run("build", dossier, "-e", "brief", "-e", "submission", "-o", dossier / "build")
    assert done.returncode == 0, done.stderr
    for name in (f"{NAME}-brief.en.pdf", f"{NAME}-submission.en.docx"):
        done = run("verify", dossier / "build" / NAME / name)
        assert done.returncode == 0, done.stderr
