"""A print job: the same bytes everywhere, nothing fetched, and every gate that keeps a fault in."""

import datetime
import hashlib
import http.server
import io
import json
import os
import platform
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from made_up import METADATA, job

from report.model.problem import Severity, Stop
from report.press.fonts import FontFolder
from report.press.job import Attachment, Metadata, Relationship
from report.press.printing import print_pdf

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">
<rect width="9" height="9"/></svg>"""


def codes(print_job: object) -> set[str]:
    """Return the codes of the problems that stop `print_job`."""
    with pytest.raises(Stop) as stop:
        print_pdf(print_job)  # type: ignore[arg-type]
    assert stop.value.exit_code == 3
    return {problem.code for problem in stop.value.problems}


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_range() for page in document)


def test_a_brief_is_printed() -> None:
    """A page with three languages comes back as text, with its outline."""
    body = (
        "<h1>Report</h1><p>Plain text.</p><h2>Findings</h2>"
        "<p lang='ru'>Юго-запад, 10 000 тенге.</p><p lang='kk'>Қазақстан әділ ұлт, 500 ₸.</p>"
    )
    printed = print_pdf(job(body))
    assert printed.pages == 1
    assert [(entry.level, entry.title, entry.page) for entry in printed.outline] == [
        (1, "Report", 1),
        (2, "Findings", 1),
    ]
    text = text_of(printed.pdf)
    for words in ("Plain text.", "10 000 тенге", "Қазақстан әділ ұлт, 500 ₸."):
        assert words in text


def test_what_the_pdf_says_of_itself() -> None:
    """Title, author, dates and languages are those given; nothing of the machine is in it."""
    metadata = Metadata(
        'Law & "order" <i>',
        "Org",
        ("en", "ru", "kk"),
        datetime.date(2026, 1, 6),
        "A subject",
        ("one", "two"),
        {"kk": "Заң"},
    )
    pdf = print_pdf(replace(job("<p>x</p>"), metadata=metadata)).pdf
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        info = {str(key): str(value) for key, value in opened.docinfo.items()}
        packet = opened.Root.Metadata.read_bytes().decode()
        assert str(opened.Root.Lang) == "en"
        assert opened.Root.OutputIntents[0].S == "/GTS_PDFA1"
    assert info == {
        "/Title": 'Law & "order" <i>',
        "/Author": "Org",
        "/Subject": "A subject",
        "/Keywords": "one, two",
        "/Creator": "Report",
        "/Producer": "WeasyPrint 70.0",
        "/CreationDate": "D:20260106000000Z",
        "/ModDate": "D:20260106000000Z",
    }
    for part in ("Law &amp; ", "&lt;i&gt;", 'xml:lang="kk">Заң', "2026-01-06T00:00:00Z"):
        assert part in packet
    for trace in (str(Path.cwd()), platform.node(), str(Path.home()), "/tmp/"):
        assert trace.encode() not in pdf


def test_metadata_of_the_html_is_not_used() -> None:
    """Only the job says who wrote it and when."""
    meta = "<meta name=author content=Somebody><meta name=dcterms.created content=1999-01-01>"
    pdf = print_pdf(job(f"{meta}<p>x</p>")).pdf
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert "Somebody" not in str(dict(opened.docinfo))
        assert str(opened.docinfo["/CreationDate"]) == "D:20261122000000Z"


def test_attachments_come_back_byte_by_byte() -> None:
    """Each attachment is listed once, in the order of names, with its type, relation and date."""
    attachments = (
        Attachment("references.json", b"[]", "The sources", "application/json"),
        Attachment(
            "evidence.json",
            b'{"a": "\xd2\x9b"}',
            "The evidence",
            "application/vnd.report+json",
            Relationship.SOURCE,
        ),
    )
    pdf = print_pdf(replace(job("<p>x</p>"), attachments=attachments)).pdf
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        tree = opened.Root.Names.EmbeddedFiles.Names
        names = [str(name) for name in list(tree)[::2]]
        assert names == ["evidence.json", "references.json", "seal.json"]
        relations = [str(file.AFRelationship) for file in opened.Root.AF]
        assert relations == ["/Source", "/Data", "/Supplement"]
        for attachment in attachments:
            file = opened.attachments[attachment.name].get_file()
            assert file.read_bytes() == attachment.content
            assert file.mime_type == attachment.media_type
            assert file.creation_date.date() == METADATA.date


def test_a_named_resource_is_printed() -> None:
    """An image given by name is on the page."""
    body = "<p>x <img src='resource:a.svg' alt='A'></p>"
    assert print_pdf(job(body, resources={"a.svg": SVG})).problems == ()


@pytest.fixture(scope="module")
def canary() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine that remembers every request."""
    asked: list[str] = []

    class Canary(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(SVG)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Canary)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()


PLACES = [
    "<img src='{url}' alt='x'>",
    "<img srcset='{url} 2x' src='{url}' alt='x'>",
    "<p style='background: url({url})'>x</p>",
    "<p style='list-style-image: url({url}); display: list-item'>x</p>",
    "<p style='border-image-source: url({url})'>x</p>",
    "<style>@import '{url}';</style>",
    "<style>@import url({url});</style>",
    "<style>@font-face {{ font-family: F; src: url({url}) }} p {{ font: 9pt F }}</style>",
    "<style>@color-profile device-cmyk {{ src: url({url}); components: c, m, y, k }}</style>",
    "<style>p::before {{ content: url({url}) }}</style><p>x</p>",
    "<style>@page {{ background: url({url}) }}</style><p>x</p>",
    "<style>@page {{ @top-left {{ content: url({url}) }} }}</style><p>x</p>",
    "<link rel=stylesheet href='{url}'>",
    "<object data='{url}' type='image/svg+xml'></object>",
    "<embed src='{url}' type='image/svg+xml'>",
    "<svg aria-label=x width=9 height=9><image href='{url}' width=9 height=9 /></svg>",
    "<svg aria-label=x width=9 height=9><image xlink:href='{url}' width=9 height=9 /></svg>",
    "<svg aria-label=x width=9 height=9><use href='{url}#a' /></svg>",
    "<svg aria-label=x width=9 height=9><rect width=5 height=5 fill='url({url}#a)' /></svg>",
    "<svg aria-label=x width=9 height=9><style>@import '{url}';</style><rect /></svg>",
    "<img src='resource:outer.svg' alt='x'>",
    "<base href='{url}/'><img src='a.png' alt='x'>",
    "<link rel=attachment href='{url}'>",
    "<a rel=attachment href='{url}'>x</a>",
    "<iframe src='{url}'></iframe>",
    "<video src='{url}'></video>",
    "<script src='{url}'></script>",
    "<meta http-equiv=refresh content='0; url={url}'>",
]
OUTER = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    '<image href="{url}" width="9" height="9"/></svg>'
)


@pytest.mark.parametrize("body", PLACES)
@pytest.mark.parametrize("kind", ["http", "file"])
def test_nothing_is_fetched(
    tmp_path: Path, canary: tuple[str, list[str]], body: str, kind: str
) -> None:
    """Wherever an address can stand, no request is made and no file is read into the PDF."""
    server, asked = canary
    secret = tmp_path / "secret.svg"
    secret.write_bytes(SVG + b"<!-- what must not leave -->")
    url = f"{server}/{len(asked)}.svg" if kind == "http" else secret.as_uri()
    print_job = job(
        f"<p>text</p>{body.format(url=url)}",
        resources={"outer.svg": OUTER.format(url=url).encode()},
    )
    before = list(asked)
    try:
        pdf = print_pdf(print_job).pdf
    except Stop as stop:
        assert stop.problems
        pdf = b""
    assert asked == before
    if pdf:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            assert "/EmbeddedFiles" not in opened.Root.get("/Names", {})
            for item in opened.objects:
                if isinstance(item, pikepdf.Stream):
                    assert b"must not leave" not in item.read_bytes()


@pytest.mark.parametrize(
    "source",
    ["http://127.0.0.1:9/x.png", "file:///etc/passwd", "x.png", f"data:image/png;base64,{PIXEL}",
     "resource:absent.png", "resource:../x.png"],
)  # fmt: skip
def test_a_refused_image_stops_the_build(source: str) -> None:
    """A picture that may not be read is a problem, not a hole in the page."""
    body = f"<p>x <img src='{source}' alt='x'></p>"
    assert codes(job(body)) & {"resource-refused", "renderer-said"}


def test_a_refusal_inside_a_drawing_stops_the_build() -> None:
    """A drawing that asks for another file is refused although the renderer keeps silent."""
    image = "<image href='file:///etc/passwd' width=9 height=9 />"
    body = f"<svg aria-label=x width=9 height=9>{image}</svg><p>x</p>"
    assert "resource-refused" in codes(job(body))


@pytest.mark.parametrize(
    ("href", "allowed"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("mailto:office@example.org", True),
        ("#here", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("tel:123", False),
        ("https:///nohost", False),
    ],
)
def test_links_lead_only_where_links_may(href: str, allowed: bool) -> None:
    """A link leads to the web, to an address or into the brief."""
    print_job = job(f"<p id='here'><a href='{href}'>link</a></p>")
    if allowed:
        assert print_pdf(print_job).problems == ()
    else:
        assert "bad-link" in codes(print_job)


@pytest.mark.parametrize(
    ("body", "css", "code"),
    [
        ("<p>Some words 中 more words</p>", "", "missing-glyph"),
        ("<p>a\u2011b</p>", "", "missing-glyph"),
        ("<p>x</p>", "p::before { content: '\\4e2d' }", "missing-glyph"),
        ("<p>x</p>", "p { colour: red }", "renderer-said"),
        ("<p>x</p>", "p { text-wrap: balance }", "renderer-said"),
        ("<p>x</p><a href='#nowhere'>y</a>", "", "dead-link"),
        ("<p>x</p><div style='break-before: page'></div><p style='break-before: page'>y</p>", "",
         "empty-page"),
        ("<p style='white-space: nowrap'>" + "word " * 80 + "</p>", "", "text-overflow"),
        ("<p style='position: absolute; left: -50mm; width: 60mm'>out of the page</p>", "",
         "text-overflow"),
        ("", "", "empty-page"),
        ("<p>x <svg width=9 height=9></svg></p>", "", "no-alternative"),
        ("<p>x <img src='resource:a.svg'></p>", "", "no-alternative"),
    ],
)  # fmt: skip
def test_a_fault_stops_the_build(body: str, css: str, code: str) -> None:
    """A missing glyph, a warning of the renderer, an empty page, text off the page: no PDF."""
    assert code in codes(job(body, css))


def test_a_missing_glyph_is_told_with_its_words() -> None:
    """The officer sees the character, its code and the words about it."""
    with pytest.raises(Stop) as stop:
        print_pdf(job("<p>Some words before 中 and after it</p>"))
    message = stop.value.problems[0].message
    assert "page 1" in message
    assert "U+4E2D" in message
    assert "words before 中 and after" in message


def test_a_hyphen_that_the_serif_lacks_is_printed_in_the_sans() -> None:
    """U+2011 is missing in the serif alone, so it is told where the serif would print it."""
    assert print_pdf(job("<p style='font-family: Report Sans'>a\u2011b</p>")).problems == ()


def test_a_line_wider_than_its_column_is_told() -> None:
    """A word too long for its cell is a warning with its page."""
    body = "<table style='width: 40mm'><tr><td>" + "w" * 40 + "<td></table>"
    problems = print_pdf(job(body)).problems
    assert [(p.code, p.severity) for p in problems] == [("text-wide", Severity.WARNING)]


def test_system_fonts_are_never_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A family that is not ours is told, and even untold the PDF has only our faces."""
    css = "p { font-family: 'DejaVu Sans', Arial, serif } i { font-family: monospace }"
    foreign = job("<p>x <i>y</i> <b>z</b></p>", css)
    assert codes(foreign) == {"fallback-font"}
    from report.press import glyphs

    monkeypatch.setattr(glyphs, "check_glyphs", lambda *_: ())
    pdf = print_pdf(foreign).pdf
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        names = {
            str(item.BaseFont)
            for item in opened.objects
            if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item
        }
    assert names
    assert all("+Report-" in name for name in names)


def test_a_blank_left_page_is_no_empty_page() -> None:
    """A page left blank so that the next begins on the left is meant."""
    printed = print_pdf(job("<p>x</p><p style='break-before: right'>y</p>"))
    assert printed.pages == 3


def test_a_fault_of_the_renderer_is_told_without_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash becomes a problem that names the function and none of the dossier's words."""
    from report.press import rendering

    def crash(*_: object, **__: object) -> None:
        raise AssertionError("a name that nobody may read")

    monkeypatch.setattr(rendering, "layout_document", crash)
    with pytest.raises(Stop) as stop:
        print_pdf(job("<p>x</p>"))
    assert [problem.code for problem in stop.value.problems] == ["renderer-failed"]
    assert "nobody" not in str(stop.value.problems[0])


DETERMINISM = """
import hashlib, sys
sys.path.insert(0, {tests!r})
from dataclasses import replace
from made_up import CSS, METADATA, made_up
from report.press.job import Attachment, PrintJob
from report.press.printing import print_pdf
html, notes = made_up(1, 3)
attachment = Attachment("evidence.json", b"[1]", "Evidence", "application/json")
job = PrintJob("b.pdf", html, (CSS,), METADATA, notes=notes, attachments=(attachment,))
for _ in range(2):
    print(hashlib.sha256(print_pdf(job).pdf).hexdigest())
"""


def test_the_same_job_gives_the_same_bytes(tmp_path: Path, faces: FontFolder) -> None:
    """Neither hash seed, time zone, language, folder nor a warm process changes a byte."""
    script = DETERMINISM.format(tests=str(Path(__file__).parent))
    hashes = set()
    for seed, zone, lang in (("1", "UTC", "C"), ("77", "Asia/Almaty", "kk_KZ.UTF-8")):
        environment = {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LANG": lang,
            "LC_ALL": lang,
            "PYTHONPATH": f"{Path(__file__).parents[2]}",
            "HOME": str(tmp_path),
            "XDG_CACHE_HOME": str(faces.folder.parents[1]),
        }
        said = subprocess.run(
            [sys.executable, "-c", script],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        hashes |= set(said.stdout.split())
    assert len(hashes) == 1
    assert len(hashlib.sha256().hexdigest()) == len(hashes.pop())


@pytest.mark.parametrize("library", ["pango-1.0", "harfbuzz-subset"])
def test_a_missing_library_is_told_with_what_to_install(faces: FontFolder, library: str) -> None:
    """Without Pango, or what cuts the fonts, there is no traceback but the packages to install."""
    script = (
        "import cffi, json\n"
        "opened = cffi.FFI.dlopen\n"
        "def refuse(self, name, *rest):\n"
        f"    if {library!r} in name: raise OSError(f'cannot load library {{name!r}}')\n"
        "    return opened(self, name, *rest)\n"
        "cffi.FFI.dlopen = refuse\n"
        "from report.model.problem import Stop\n"
        "from report.press.engine import start\n"
        "from report.press.fonts import prepare_fonts\n"
        "try:\n    start(prepare_fonts())\n"
        "except Stop as stop:\n"
        "    p = stop.problems[0]\n"
        "    print(json.dumps([stop.exit_code, p.code, p.message, p.hint]))\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "XDG_CACHE_HOME": str(faces.folder.parents[1])},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    exit_code, code, message, hint = json.loads(said.stdout)
    assert (exit_code, code) == (3, "missing-pango")
    assert said.stderr == ""
    assert library.split("-", maxsplit=1)[0] in message
    assert "libpango-1.0-0" in hint
    assert "brew install pango" in hint


def test_another_version_of_the_renderer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our changes are made for one version and one source; on another nothing is printed."""
    from report.press import weasyprint_70
    from report.press.source_changes import source_of

    monkeypatch.setattr(weasyprint_70, "_applied", [])
    monkeypatch.setattr(weasyprint_70.weasyprint, "VERSION", "70.1")
    with pytest.raises(Stop) as stop:
        weasyprint_70.apply()
    assert "version 70.1" in stop.value.problems[0].message
    monkeypatch.undo()
    with pytest.raises(Stop) as stop:
        source_of(weasyprint_70.LayoutContext, "layout_footnote", "0" * 16)
    assert "another source" in stop.value.problems[0].message
