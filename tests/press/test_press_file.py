"""Press files: four inks on every page, marks outside the bleed, boxes, pictures and profiles."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import METADATA, job
from made_up_profile import cmyk_profile
from PIL import Image

from report.model.place import Place
from report.model.problem import Problem, Stop
from report.model.theme import Theme
from report.press.fonts import FontFolder
from report.press.inks import INKS, Inks, inks_for, theme_inks
from report.press.job import Attachment
from report.press.painting import steps
from report.press.press_checks import check_colours, check_resolution
from report.press.press_file import PressFile, finish_press
from report.press.printing import print_pdf

ROOT = Path(__file__).parents[2]
MM = 72 / 25.4
BLEED = "@page { bleed: 3mm; marks: none; margin: 20mm } "
CSS = BLEED + (
    "p, a { color: #17222e } i { color: #55606b }"
    "h2 { background: #17222e; color: #fff; padding: 2mm }"
)
CHART = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='30' role='img'><title>Bars</title>"
    "<rect width='9' height='20' fill='#17222e'/><path d='M0 0L50 9' stroke='#a5341c'/>"
    "<g opacity='.5'><rect x='20' width='9' height='20' fill='#c6c8c6'/></g></svg>"
)
BODY = (
    f"<h2>Head</h2><p>Words of <i>two</i> kinds {CHART}</p><p style='break-before: page'>More</p>"
)


def picture(width: int, height: int, mode: str = "RGB", form: str = "PNG", **how: object) -> bytes:
    written = io.BytesIO()
    Image.new(mode, (width, height), 128 if mode == "L" else None).save(written, form, **how)
    return written.getvalue()


@pytest.fixture(scope="module")
def wanted(faces: FontFolder) -> PressFile:
    return PressFile(METADATA, faces.folder / "ReportSans-400.ttf")


def press(
    wanted: PressFile, body: str = BODY, css: str = CSS, **rest: object
) -> tuple[pikepdf.Pdf, tuple[Problem, ...]]:
    printed = print_pdf(job(body, css, **rest)).pdf
    finished, problems = finish_press(printed, wanted, Place("press"))
    return pikepdf.open(io.BytesIO(finished)), problems


def stopped_by(wanted: PressFile, *page: str, **rest: object) -> list[Problem]:
    with pytest.raises(Stop) as stop:
        press(wanted, *page, **rest)
    assert stop.value.exit_code == 3
    return list(stop.value.problems)


def inks_of(pdf: pikepdf.Pdf) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield `letters` or `areas` and the colour in per cent of each thing filled in CMYK."""
    for page in pdf.pages:
        colour: list[tuple[float, ...]] = [(0, 0, 0, 100)]
        for step in steps(page):
            if step.operator == "q":
                colour.append(colour[-1])
            elif step.operator == "Q":
                colour.pop()
            elif step.operator == "k":
                colour[-1] = tuple(round(float(part) * 100, 2) for part in step.operands)
            elif step.operator in ("Tj", "TJ"):
                yield "letters", colour[-1]
            elif step.operator in ("f", "f*"):
                yield "areas", colour[-1]


def test_every_page_is_in_four_inks(wanted: PressFile) -> None:
    """Text, areas, drawings and groups are CMYK; letters take the inks of letters."""
    pdf, problems = press(wanted)
    assert problems == ()
    operators = {step.operator for page in pdf.pages for step in steps(page)}
    assert not operators & {"rg", "RG", "g", "G", "sh"}
    assert list(check_colours(pdf, Place("press"))) == []
    painted = set(inks_of(pdf))
    assert ("letters", (0, 0, 0, 100)) in painted  # words in the colour of ink
    assert ("areas", INKS["#17222e"].areas) in painted  # the field behind the head, the bar
    assert ("letters", (0, 0, 0, 0)) in painted  # the white head
    assert ("areas", INKS["#c6c8c6"].areas) in painted  # a bar within a group
    assert pdf.check_pdf_syntax() == []
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            assert item.get("/N") != 3, "the profile of sRGB is still in the file"


def test_what_is_painted_later_keeps_its_colour(wanted: PressFile) -> None:
    """A colour is written anew when letters follow an area, and given back with its state."""
    body = "<h2 style='color: #17222e'>a</h2><p>b<u>c</u></p><h2>d</h2><p>e</p>"
    css = BLEED + "h2 { border: 2mm solid #17222e } p { color: #17222e }"
    painted = list(inks_of(press(wanted, body, css)[0]))
    assert {ink for kind, ink in painted if kind == "letters"} == {(0, 0, 0, 100)}
    assert INKS["#17222e"].areas in {ink for kind, ink in painted if kind == "areas"}


def test_the_words_are_those_of_the_page(wanted: PressFile) -> None:
    """Every word can still be read from the file, in its order."""
    body = "<p>Қазақстан, 10 000 ₸</p><p lang=ru>юго-запад</p>"
    printed = print_pdf(job(body, CSS)).pdf
    texts = []
    for pdf in (printed, finish_press(printed, wanted, Place("press"))[0]):
        texts.append([p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(pdf)])
    assert texts[0] == texts[1]
    assert "Қазақстан, 10 000 ₸" in texts[0][0]


def test_boxes(wanted: PressFile) -> None:
    """TrimBox is A4, BleedBox 3 mm round it, MediaBox and CropBox 10 mm round that."""
    for page in press(wanted)[0].pages:
        trim = [float(edge) for edge in page.obj.TrimBox]
        assert trim == pytest.approx([0, 0, 210 * MM, 297 * MM], abs=0.01)
        for key, grown in (("BleedBox", 3), ("MediaBox", 13), ("CropBox", 13)):
            by = grown * MM
            expected = [trim[0] - by, trim[1] - by, trim[2] + by, trim[3] + by]
            box = [float(edge) for edge in page.obj[f"/{key}"]]
            assert box == pytest.approx(expected, abs=0.01), key


def test_marks_lie_outside_the_bleed(wanted: PressFile) -> None:
    """Nothing of the page leaves the bleed, no mark enters it, all of them are on the sheet."""
    field = "<div style='margin: -40mm; width: 300mm; height: 250mm; background: #a5341c'></div>"
    pdf, _ = press(wanted, f"<p>x</p>{field}", BLEED + "@page { background: #a5341c }")
    written = io.BytesIO()
    pdf.save(written)
    shown = pypdfium2.PdfDocument(written.getvalue())[0].render(scale=2).to_pil().convert("RGB")
    width, height = shown.size
    slug = round(10 * MM * 2)
    inner = shown.crop((slug + 2, slug + 2, width - slug - 2, height - slug - 2))
    colours = inner.getcolors(1 << 20) or []
    assert max(colours)[0] > 0.9 * inner.width * inner.height
    assert (255, 255, 255) not in {colour for _, colour in colours}
    edges = {
        "left": (0, 0, slug - 2, height),
        "top": (0, 0, width, slug - 2),
        "right": (width - slug + 2, 0, width, height),
        "bottom": (0, height - slug + 2, width, height),
    }
    for name, box in edges.items():
        strip = shown.crop(box)
        found = {colour for _, colour in strip.getcolors(1 << 20) or []}
        assert all(max(colour) - min(colour) < 24 for colour in found), (
            name
        )  # no accent, only black
        assert min(found) < (90, 90, 90), f"no marks at the {name}"


def test_marks_stand_at_the_corners_of_the_trim(wanted: PressFile) -> None:
    """Each corner has two lines that point at it; they are printed by every ink."""
    pdf, _ = press(wanted, "<p>x</p>")
    page = pdf.pages[0]
    assert page.resources.ColorSpace.All[1] == "/All"
    content = page.obj.Contents.read_bytes().decode("latin-1")
    marks = content[content.index("/All CS") :]
    lines = re.findall(r"^(\S+) (\S+) m (\S+) (\S+) l S$", marks, re.MULTILINE)
    ends = [tuple(float(part) for part in line) for line in lines]
    left, bottom, right, top = (float(edge) for edge in page.obj.TrimBox)
    for x in (left, right):
        assert len([e for e in ends if e[0] == e[2] == pytest.approx(x, abs=1e-3)]) == 2
    for y in (bottom, top):
        assert len([e for e in ends if e[1] == e[3] == pytest.approx(y, abs=1e-3)]) == 2


def test_the_line_in_the_slug_differs_from_page_to_page(wanted: PressFile) -> None:
    """A long title is cut short; the number of the page and the day are always there."""
    long = replace(wanted, metadata=replace(METADATA, title="Қысқаша есеп " * 30))
    for one in (wanted, long):
        pdf, _ = press(one)
        lines = [page.obj.Contents.read_bytes().split(b"/SlugTitle Do Q")[1] for page in pdf.pages]
        assert lines[0] != lines[1]
        box = [float(edge) for edge in pdf.pages[0].resources.XObject.SlugTitle.BBox]
        assert 0 < box[2] < 90 * MM


def test_a_colour_without_inks_stops_the_build(wanted: PressFile) -> None:
    """rgb-in-press: each colour that the table lacks is told once a page, with its page."""
    css = BLEED + "p { color: #123456 } h2 { background: #123456; border: 1mm solid #654321 }"
    found = stopped_by(wanted, "<p>x</p><h2 style='break-before: page'>y</h2><p>z</p>", css)
    assert [(p.code, "page 1" in p.message, "page 2" in p.message) for p in found] == [
        ("rgb-in-press", True, False),
        ("rgb-in-press", False, True),
        ("rgb-in-press", False, True),
    ]
    assert "#123456" in found[0].message


@pytest.mark.parametrize(
    "paint",
    [
        "background: linear-gradient(#ffffff, #17222e)",
        "background: linear-gradient(rgba(255, 255, 255, .2), #17222e)",
        "background: lab(50% 20 20)",
        "background: url(resource:a.svg) 0 0 / 5mm",
    ],
)
def test_no_way_of_painting_brings_rgb(wanted: PressFile, paint: str) -> None:
    """Gradients, other colour spaces and drawings within patterns are told too."""
    drawing = (
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
        b"<rect width='9' height='9' fill='#abcdef'/></svg>"
    )
    resources = {"a.svg": drawing}
    body = f"<p style='{paint}; height: 20mm'>x</p>"
    found = stopped_by(wanted, body, BLEED, resources=resources)
    assert {problem.code for problem in found} == {"rgb-in-press"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"1 0 0 rg 0 0 9 9 re f", "#ff0000"),
        (b"/Spot cs 1 scn 0 0 9 9 re f", "Separation"),
        (b"/DeviceRGB CS 1 0 0 SCN 0 0 9 9 re S", "DeviceRGB"),
        (b"/Cal cs 1 0 0 scn 0 0 9 9 re f", "CalRGB"),
        (b"/Profile cs 1 0 0 scn 0 0 9 9 re f", "RGB profile"),
        (b"BI /W 1 /H 1 /CS /RGB /BPC 8 ID xxx EI", "picture"),
        (b"/Group Do", "DeviceRGB"),
        (b"0 0 0 1 k .5 g 0 0 9 9 re f /All cs 1 scn 0 0 9 9 re f", ""),
    ],
)
def test_colours_are_found_however_they_are_written(content: bytes, told: str) -> None:
    """The check reads operators and colour spaces; it does not trust the renderer's habits."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    one = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
    separation, cmyk = pikepdf.Name.Separation, pikepdf.Name.DeviceCMYK
    group = pdf.make_stream(
        b"", Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9],
        Group=pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB),
    )  # fmt: skip
    spaces = {
        "/Spot": pikepdf.Array([separation, pikepdf.Name("/Gold"), cmyk, one]),
        "/All": pikepdf.Array([separation, pikepdf.Name.All, cmyk, one]),
        "/Cal": pikepdf.Array([pikepdf.Name.CalRGB, pikepdf.Dictionary(WhitePoint=[1, 1, 1])]),
        "/Profile": pikepdf.Array([pikepdf.Name.ICCBased, pdf.make_stream(b"", N=3)]),
    }
    pdf.pages[0].obj.Resources = pikepdf.Dictionary(
        ColorSpace=pikepdf.Dictionary(spaces), XObject=pikepdf.Dictionary(Group=group)
    )
    pdf.pages[0].obj.Contents = pdf.make_stream(content)
    found = list(check_colours(pdf, Place("press")))
    assert [told in problem.message for problem in found] == ([True] if told else [])


@pytest.mark.parametrize(("mode", "form"), [("CMYK", "JPEG"), ("L", "PNG"), ("L", "JPEG")])
def test_pictures_in_inks_or_greys_are_printed(wanted: PressFile, mode: str, form: str) -> None:
    """A picture saved in CMYK or greys needs no profile."""
    name = f"a.{form.lower()}"
    body = f"<p><img src='resource:{name}' alt='x' style='width: 25.4mm'></p>"
    _, problems = press(wanted, body, resources={name: picture(300, 300, mode, form)})
    assert problems == ()


RGB_PICTURES = [("PNG", "RGB"), ("JPEG", "RGB"), ("PNG", "RGBA")]


@pytest.mark.parametrize(("form", "mode"), RGB_PICTURES)
@pytest.mark.parametrize("profile", [None, cmyk_profile()])
def test_pictures_in_rgb_are_converted(
    wanted: PressFile, form: str, mode: str, profile: bytes | None
) -> None:
    """Every picture is in the four inks, as large as it was, with its mask; black is black ink."""
    name = f"a.{form.lower()}"
    body = f"<p><img src='resource:{name}' alt='x' style='width: 25.4mm'></p>"
    resources = {name: picture(300, 300, mode, form)}
    pdf, problems = press(replace(wanted, profile=profile), body, resources=resources)
    assert problems == ()
    (image,) = [image for page in pdf.pages for image in page.get_images().values()]
    assert image.ColorSpace == "/DeviceCMYK"
    assert ("/SMask" in image) == (mode == "RGBA")
    pixels = image.read_bytes()
    assert len(pixels) == 300 * 300 * 4
    assert pixels[:3] == b"\0\0\0"
    assert pixels[3] > 240


def test_pictures_are_converted_by_the_profile(wanted: PressFile) -> None:
    """A red is red without a profile; a press that has black ink alone prints it in black."""
    written = io.BytesIO()
    Image.new("RGB", (300, 300), (255, 0, 0)).save(written, "PNG")
    body = "<p><img src='resource:a.png' alt='x' style='width: 25.4mm'></p>"
    first = {}
    for profile in (None, cmyk_profile()):
        asked = replace(wanted, profile=profile)
        pdf, _ = press(asked, body, resources={"a.png": written.getvalue()})
        (image,) = pdf.pages[0].get_images().values()
        first[profile] = tuple(image.read_bytes()[:4])
    assert first[None] == (0, 255, 255, 0)
    assert first[cmyk_profile()][:3] == (0, 0, 0)
    assert 50 < first[cmyk_profile()][3] < 200


@pytest.mark.parametrize(
    ("pixels", "width_mm", "dpi"),
    [(300, 25.4, None), (299, 25.4, 299), (600, 50.8, None), (100, 25.4, 100), (100, 8.4, None)],
)
def test_coarse_pictures_are_told(
    wanted: PressFile, pixels: int, width_mm: float, dpi: int | None
) -> None:
    """image-low-resolution: what counts is the size at which a picture is printed."""
    body = f"<p>x</p><p><img src='resource:a.png' alt='x' style='width: {width_mm}mm'></p>"
    body = body.replace("<p><img", "<p style='break-before: page'><img")
    _, problems = press(wanted, body, resources={"a.png": picture(pixels, pixels, "L")})
    if dpi is None:
        assert problems == ()
    else:
        assert [problem.code for problem in problems] == ["image-low-resolution"]
        assert "page 2" in problems[0].message
        assert f"has {dpi} dots" in problems[0].message


def test_the_coarser_side_counts() -> None:
    """A picture stretched in one direction, turned, and within a form is measured as it lies."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    image = pdf.make_stream(
        b"\0" * 90000, Subtype=pikepdf.Name.Image, Width=300, Height=300,
        ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
    )  # fmt: skip
    form = pdf.make_stream(
        b"q 0 72 -72 0 0 0 cm /I Do Q", Subtype=pikepdf.Name.Form, BBox=[-99, -99, 99, 99],
        Matrix=[2, 0, 0, 1, 0, 0],
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image)),
    )  # fmt: skip
    resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
    pdf.pages[0].obj.Resources = resources
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/F Do")
    (found,) = check_resolution(pdf, Place("press"))
    assert "has 150 dots" in found.message


def test_pages_without_bleed_stop_the_build(wanted: PressFile) -> None:
    """bleed-missing: the marks would tell the shop to cut where there is no paint."""
    found = stopped_by(wanted, BODY, CSS.replace("bleed: 3mm", "bleed: 2mm"))
    assert [problem.code for problem in found] == ["bleed-missing"] * 2
    assert "2.0 mm of bleed" in found[0].message


def test_the_output_intent_is_the_profile(wanted: PressFile) -> None:
    """The shop's profile is in the file, by the name it gives itself; PDF/X is not claimed."""
    profile = cmyk_profile()
    pdf, _ = press(replace(wanted, profile=profile))
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFX"
    assert str(intent.Info) == "A made-up press"
    assert intent.DestOutputProfile.read_bytes() == profile
    assert intent.DestOutputProfile.N == 4
    assert b"PDFX" not in pdf.Root.Metadata.read_bytes()
    assert b"pdfaid" not in pdf.Root.Metadata.read_bytes()
    assert "/OutputIntents" not in press(wanted)[0].Root


SPOILT = {
    "it is not an ICC profile": b"\x89PNG" + bytes(300),
    "it is not whole": cmyk_profile()[:-20],
    "it is not the profile of a printer": cmyk_profile(kind=b"mntr"),
    "it is not a profile of the four inks (CMYK)": cmyk_profile(space=b"RGB "),
    "it is larger than 8 MB": cmyk_profile() + bytes(9 << 20),
}


@pytest.mark.parametrize("reason", SPOILT)
def test_other_profiles_are_refused(wanted: PressFile, reason: str) -> None:
    """profile-refused: only a whole profile of a printer in CMYK is taken."""
    spoilt = replace(wanted, profile=SPOILT[reason], profile_name="shop.icc")
    (found,) = stopped_by(spoilt)
    assert found.code == "profile-refused"
    assert reason in found.message
    assert found.place.path == "shop.icc"


def test_a_profile_with_broken_tables_is_refused(wanted: PressFile) -> None:
    """A file with the right head and nothing behind it is told, never a traceback."""
    whole = cmyk_profile()
    for broken in (whole[:128] + b"\xff" * (len(whole) - 128), b"" + whole[:40] + bytes(88)):
        named = len(broken).to_bytes(4, "big") + broken[4:]
        (found,) = stopped_by(replace(wanted, profile=named))
        assert found.code == "profile-refused"


def test_nothing_for_screens_is_left(wanted: PressFile) -> None:
    """No tags, links, bookmarks or attachments; title, author and dates stay; the same bytes."""
    attached = (Attachment("evidence.json", b"{}", "Evidence", "application/json"),)
    body = BODY + "<p id='a'><a href='#a'>here</a> <a href='https://example.org'>there</a></p>"
    printed = print_pdf(job(body, CSS, attachments=attached)).pdf
    finished, _ = finish_press(printed, wanted, Place("press"))
    assert finished == finish_press(printed, wanted, Place("press"))[0]
    with pikepdf.open(io.BytesIO(finished)) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/Lang", "/Metadata"}
        assert all("/Annots" not in page.obj for page in pdf.pages)
        operators = {step.operator for page in pdf.pages for step in steps(page)}
        assert not operators & {"BDC", "BMC", "EMC"}
        assert str(pdf.docinfo["/Title"]) == METADATA.title
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261122000000Z"
        assert "print shop" in str(pdf.docinfo["/Subject"])
    assert b"evidence.json" not in finished


def test_every_colour_of_the_style_sheets_has_its_inks() -> None:
    """What the pages and the drawings are painted with can be printed, with no more than 300 %."""
    sheets = (ROOT / "templates" / "css").glob("*.css")
    drawings = (ROOT / "report" / "editions").glob("*.py")
    text = "".join(path.read_text(encoding="utf-8") for path in [*sheets, *drawings])
    colours = set(re.findall(r"#[0-9a-f]{6}\b", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)))
    assert colours <= set(INKS)
    for inks in INKS.values():
        assert sum(inks.areas) <= 300
        assert sum(inks.letters) <= 300


@given(st.integers(0, 0xFFFFFF))
def test_inks_for_any_colour(number: int) -> None:
    """Each ink is between 0 and 100 %, all of them no more than 300 %; greys are black alone."""
    inks = inks_for(f"#{number:06x}")
    for four in (inks.areas, inks.letters):
        assert all(0 <= part <= 100 for part in four)
        assert sum(four) <= 300
    level = number % 256
    assert inks_for(f"#{level:02x}{level:02x}{level:02x}").areas[:3] == (0, 0, 0)


def test_the_inks_of_a_theme() -> None:
    """A theme's own inks are used for its areas; its dark letters stay black alone."""
    theme = Theme(ink="#003355", accent="#B02070", ink_cmyk=(100, 70, 20, 50))
    table = theme_inks(theme)
    assert table["#003355"] == Inks((100, 70, 20, 50), (0, 0, 0, 100))
    assert table["#b02070"] == inks_for("#b02070")
    assert table[theme.accent_on_ink] == inks_for(theme.accent_on_ink)
    assert theme_inks(Theme()) == INKS | {Theme().accent_on_ink: inks_for(Theme().accent_on_ink)}
    given = Theme(accent_cmyk=(0, 90, 100, 20))
    assert theme_inks(given)[given.accent] == Inks((0, 90, 100, 20), (0, 90, 100, 20))


def test_plain_conversion() -> None:
    """White is bare paper, black is black ink, a pure red has no cyan."""
    assert inks_for("#ffffff") == Inks((0, 0, 0, 0), (0, 0, 0, 0))
    assert inks_for("#000000").areas == (0, 0, 0, 100)
    assert inks_for("#ff0000").areas == (0, 100, 100, 0)
