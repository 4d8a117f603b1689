"""Makes large dossiers of invented words for measurements: any size, same bytes every time."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

WORDS = (  # noqa: SIM905  words read better as a sentence
    "officials in the town said that people were held after the march and that lawyers asked to "
    "see them while families waited outside the station for news of those who had been taken "
    "during the night before the office opened its doors to the press and gave its own account"
).split()


def make_dossier(folder: Path, findings: int, documents: int, size: int) -> None:
    """Write a dossier whose findings quote documents of about `size` bytes each."""
    (folder / "documents").mkdir(parents=True)
    chance = random.Random(7)
    texts = [_document(folder, number, size, chance) for number in range(documents)]
    lines = []
    for number in range(findings):
        lines += _finding(number, number % documents, texts[number % documents], chance)
    (folder / "findings.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "dossier.yaml").write_text(_dossier(findings), encoding="utf-8")


def _document(folder: Path, number: int, size: int, chance: random.Random) -> list[str]:
    paragraphs = []
    length = 0
    while length < size:
        sentences = [_sentence(chance) for _ in range(4)]
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 2
    text = "\n\n".join(paragraphs)
    (folder / "documents" / f"doc-{number}.txt").write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    record = (
        f"type: webpage\nlanguage: en\ntitle: Report number {number}\n"
        "issued: 2022-01-11\nissued_basis: dateline\nunknown: [author, publisher, URL]\n"
        f"custody: {{sha256: {digest}}}\n"
    )
    (folder / "documents" / f"doc-{number}.yaml").write_text(record, encoding="utf-8")
    return paragraphs


def _sentence(chance: random.Random) -> str:
    words = chance.choices(WORDS, k=14)
    words.insert(6, f"more than {chance.randrange(100, 9999)} people")
    return " ".join(words).capitalize() + "."


def _finding(number: int, document: int, paragraphs: list[str], chance: random.Random) -> list[str]:
    paragraph = chance.choice(paragraphs)
    quotes = [sentence + "." for sentence in paragraph.rstrip(".").split(". ")[:3]]
    count = quotes[0].split("more than ")[1].split()[0]
    lines = [
        f"- id: finding-{number}",
        "  heading: People held in the town",
        "  statement: |",
        f"    Officials said that {{figure-{number}}} people were held.[@doc-{document}] The",
        f"    report adds: “{quotes[1]}”[@doc-{document}]",
        "  standing: reported",
        "  evidence:",
    ]
    lines += [f'    - {{document: doc-{document}, quote: "{quote}"}}' for quote in quotes]
    lines += [
        "  figures:",
        f"    - id: figure-{number}",
        f"      measure: held-{number % 40}",
        f"      value: {count}",
        "      bound: more-than",
        "      counts: people held",
        "      attributed_to: Officials",
        "      evidence:",
        f'        - {{document: doc-{document}, quote: "{quotes[0]}"}}',
    ]
    return lines


def _dossier(findings: int) -> str:
    sections = []
    for start in range(0, findings, 20):
        ids = ", ".join(f"finding-{n}" for n in range(start, min(start + 20, findings)))
        sections.append(f"  - heading: What was reported\n    findings: [{ids}]")
    measures = "\n".join(f"  held-{n}: {{label: People reported held}}" for n in range(40))
    return (
        "dossier: 1\nid: generated\ntitle: A generated dossier\ndate: 2026-01-02\nlanguage: en\n"
        f"organisation: {{name: Nobody}}\nmeasures:\n{measures}\n"
        "summary: |\n  A summary of what officials said.\n"
        "sections:\n" + "\n".join(sections) + "\n"
    )
