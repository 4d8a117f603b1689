"""The parts of a Word file that do not come from its text: styles, numbering, settings.

They stand in `templates/word/`; a job's letters, head and language are set in them.
"""

from __future__ import annotations

from typing import Any

from report.dossier.shipped import templates_path
from report.press.word.job import Letters, WordJob
from report.press.word.syntax_tree import word_language

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# The name of each part in the file, and of the file in templates/word/.
PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package.rels",
    "docProps/app.xml": "app.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document.rels",
    "word/document.xml": "document.xml",
    "word/fontTable.xml": "fontTable.xml",
    "word/footer1.xml": "footer.xml",
    "word/footnotes.xml": "footnotes.xml",
    "word/header1.xml": "header.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}


def parts_of(job: WordJob) -> dict[str, bytes]:
    """Return every part by its name, as a whole and empty Word file."""
    folder = templates_path() / "word"
    parts = {name: (folder / file).read_bytes() for name, file in PARTS.items()}
    parts["word/styles.xml"] = _changed(parts["word/styles.xml"], _styles, job)
    parts["word/header1.xml"] = _changed(parts["word/header1.xml"], _head, job)
    parts["docProps/core.xml"] = _changed(parts["docProps/core.xml"], _properties, job)
    if not job.page_numbers:
        parts["word/footer1.xml"] = _changed(parts["word/footer1.xml"], _bare, job)
    return parts


def name(tag: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{tag}"


def parsed(data: bytes) -> Any:
    """Parse a part: no entities, no network, remarks dropped."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return etree.fromstring(data, parser)


def written(root: Any) -> bytes:
    """Write a part, the same bytes each time."""
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _changed(data: bytes, change: Any, job: WordJob) -> bytes:
    root = parsed(data)
    change(root, job)
    return written(root)


def _styles(root: Any, job: WordJob) -> None:
    letters = job.letters
    for fonts in root.iter(name("rFonts")):
        for key in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(name(key), letters.family)
    for language in root.iter(name("lang")):
        language.set(name("val"), word_language(job.lang))
        language.set(name("eastAsia"), word_language(job.lang))
    for properties in root.iter(name("rPr")):
        _letters(properties, letters)
    if letters.justified:
        _justify(root)


def _letters(properties: Any, letters: Letters) -> None:
    """Set sizes: those of the default and of notes as given, headings alike without emphasis."""
    style = properties.getparent().get(name("styleId"))
    default = properties.getparent().tag == name("rPrDefault")
    points = letters.note_points if style == "FootnoteText" else letters.points
    for size in ("sz", "szCs"):
        for element in properties.findall(name(size)):
            if default or style == "FootnoteText":
                element.set(name("val"), str(round(2 * points)))
            elif not letters.emphasis:
                properties.remove(element)
    if not letters.emphasis:
        for mark in ("b", "bCs", "i", "iCs", "u"):
            for element in properties.findall(name(mark)):
                properties.remove(element)


def _justify(root: Any) -> None:
    from lxml import etree

    (style,) = (one for one in root.iter(name("style")) if one.get(name("styleId")) == "BodyText")
    properties = etree.SubElement(style, name("pPr"))
    etree.SubElement(properties, name("jc")).set(name("val"), "both")


def _head(root: Any, job: WordJob) -> None:
    from lxml import etree

    if job.head:
        run = etree.SubElement(root[0], name("r"))
        etree.SubElement(run, name("t")).text = job.head


def _bare(root: Any, _job: WordJob) -> None:
    for run in list(root.iter(name("r"))):
        run.getparent().remove(run)


def _properties(root: Any, job: WordJob) -> None:
    """Say title and language; the day is the text's, and nobody's name is given."""
    said = {
        "title": job.title,
        "language": word_language(job.lang),
        "created": f"{job.date.isoformat()}T00:00:00Z",
        "modified": f"{job.date.isoformat()}T00:00:00Z",
    }
    for element in root:
        local = element.tag.rpartition("}")[2]
        if local in said:
            element.text = said[local]
