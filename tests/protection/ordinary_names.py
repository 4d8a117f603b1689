"""Persons whose names share their stems with words, places and officials: who is not to be found.

Invented persons with ordinary names. In a brief on Kazakhstan stand apples and hopes, citizens and
laws, Almaty and Astana: none of these names anybody.
"""

from __future__ import annotations

from report.model.person import Person
from report.model.place import Place

_NAMES = (
    ("Арман Алматинов", "Arman Almatinov"),
    ("Алма Нұрланқызы Бостанова", "Алма Бостанова", "Alma Bostanova"),
    ("Нұр Бақытов", "Нур Бакытов", "Nur Bakytov"),
    ("Рахат Әділетов", "Рахат Адилетов", "Rakhat Adiletov"),
    ("Вера Мирова", "Vera Mirova"),
    ("Надежда Свободина", "Nadezhda Svobodina"),
    ("Мира Правдина", "Mira Pravdina"),
    ("Mark Rose", "Марк Роуз"),
    ("Grace Law", "Грейс Лоу"),
    ("May March", "Мэй Марч"),
    ("Ерлан Азамат", "Yerlan Azamat"),
    ("Айгүл Халық", "Айгуль Халык", "Aigul Khalyk"),
    ("Талғат Еркін", "Талгат Еркин", "Talgat Erkin"),
    ("Роман Законов", "Roman Zakonov"),
    ("Лев Судов", "Lev Sudov"),
    ("Юлия Январева", "Yulia Yanvareva"),
    ("Дана Астанова", "Dana Astanova"),
    ("Слава Народный", "Slava Narodny"),
    ("Серік Болат", "Serik Bolat"),
    ("Хабиб Казахов", "Khabib Kazakhov"),
)
PERSONS = tuple(
    Person(f"p{number}", Place("protected.yaml"), (name,), (), tuple(others))
    for number, (name, *others) in enumerate(_NAMES, 1)
)
