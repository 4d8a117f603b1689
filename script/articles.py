"""Makes invented press articles for measurements: any number, the same bytes every time.

Three in five are plain text, the others saved pages of six kinds of sites; one in ten is Russian.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "documents"))

from saved_pages import Article, blog, letter, newspaper, radio, tables, wordpress  # noqa: E402

SITES = (wordpress, newspaper, blog, letter, newspaper, wordpress)
SITES_RU = (radio, tables)
GIVEN = (
    "Anna", "Ida", "Lena", "Jon", "Omar", "Ivo", "Ruta", "Nils", "Vera", "Tomas", "Edda", "Marek",
)  # fmt: skip
FAMILY = (
    "Berg", "Holm", "Sand", "Vik", "Dahl", "Lund", "Kask", "Storm", "Lind", "Falk", "Roos", "Arent",
)  # fmt: skip
TOWNS = ["Olmar", "Harrow", "Tarm", "Kessar", "Oris", "Vesk", "Dunmore", "Alder", "Pell", "Rask"]
ROLES = (
    "mayor of {town}",
    "spokesman for the police of {town}",
    "lawyer for the families",
    "teacher in {town}",
    "doctor at the clinic of {town}",
)
SENTENCES = (
    "Police in {town} detained more than {n} people on {weekday}, the mayor’s office said.",
    "At least {n} marchers were injured, according to doctors at the clinic of {town}.",
    "“{quote},” said {name}, a {role}.",
    "The interior ministry put the number of people arrested since {weekday} at {n}.",
    "{name}, the {role}, called on the authorities to release all those detained.",
    "On {day} March 2021 the police used tear gas against marchers in {town}, witnesses said.",
    "“{quote}. {quote},” {name} told reporters in {town}.",
    "Nobody answered questions about the order, and the ministry did not say who had given it.",
    "The council of {town} met until late in the evening and put off its vote on the new pipeline.",
    "Families waited outside the station for news of those who had been taken during the night.",
    "The Ombudsman urged the police of {town} to publish the order that was given on {weekday}.",
    "Between {n} and {m} people took part, {name} said, far fewer than in the month before.",
)
QUOTES = (
    "Nobody was allowed to call a lawyer",
    "We stood in the rain for nine hours without water",
    "Every complaint will be looked into",
    "They took our telephones and did not say why",
    "The march was peaceful from its beginning to its end",
)
SENTENCES_RU = (
    "Полиция задержала более {n} человек, сообщили в мэрии города.",
    "Не менее {n} человек пострадали, по данным врачей.",
    "«{quote}», — сказала учительница {name}.",
    "Министерство не ответило на вопросы о том, кто отдал приказ.",
    "Родные ждали у отделения вестей о тех, кого увезли ночью.",
    "{day} марта 2021 года полиция применила слезоточивый газ, рассказали очевидцы.",
)
QUOTES_RU = (
    "Нас держали под дождём девять часов",
    "Никому не дали позвонить адвокату",
    "Каждая жалоба будет рассмотрена",
)
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


def make_articles(folder: Path, number: int) -> int:
    """Write `number` articles into a folder; return their size in bytes."""
    folder.mkdir(parents=True)
    chance = random.Random(11)
    size = 0
    for at in range(number):
        russian = at % 10 == 9
        article = _article(chance, at, "ru" if russian else "en")
        if at % 5 < 3:
            name, data = f"article-{at:04}.txt", _text(article).encode()
        else:
            site = chance.choice(SITES_RU if russian else SITES)
            source, _ = site(article)
            encoding = "cp1251" if site is tables else "utf-8"
            name, data = f"page-{at:04}.html", source.encode(encoding, "xmlcharrefreplace")
            data = data.replace(b"4711", str(at).encode()).replace(b"/p/marchers", b"/p/%d" % at)
            data = data.replace(b"marchers-held/", b"marchers-%d/" % at)
        (folder / name).write_bytes(data)
        size += len(data)
    return size


def _article(chance: random.Random, at: int, lang: str) -> Article:
    town = chance.choice(TOWNS)
    russian = lang == "ru"
    title = f"Задержания в городе {town}: день {at}"
    if not russian:
        title = f"Marchers held in {town}, day {at}"
    paragraphs = tuple(
        " ".join(_sentence(chance, town, russian=russian) for _ in range(chance.randrange(1, 4)))
        for _ in range(chance.randrange(14, 26))
    )
    day = f"2021-03-{chance.randrange(1, 28):02}"
    author = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
    return Article(lang, title, author, day, paragraphs)


def _sentence(chance: random.Random, town: str, *, russian: bool) -> str:
    role = chance.choice(ROLES).format(town=town)
    return chance.choice(SENTENCES_RU if russian else SENTENCES).format(
        town=town,
        n=f"{chance.randrange(3, 9000):,}",
        m=f"{chance.randrange(9001, 20000):,}",
        weekday=chance.choice(WEEKDAYS),
        day=chance.randrange(1, 28),
        name=f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}",
        role=role,
        quote=chance.choice(QUOTES_RU if russian else QUOTES),
    )


def _text(one: Article) -> str:
    return "\n\n".join((one.title, f"{one.author} | {one.issued}", *one.paragraphs)) + "\n"
