"""The simple types of fields that several records have: texts, lines, dates, addresses."""

from __future__ import annotations

from report.dossier.kinds import AddressKind, BooleanKind, DateKind, PatternKind, TextKind

TEXT = TextKind()
LINE = TextKind("a line of text", limit=1_000)
QUOTE = TextKind("words of the document, verbatim", limit=5_000)
LANGUAGE = PatternKind(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language tag such as en, ru or kk")
NUMBER = PatternKind(r"[0-9]{1,15}(\.[0-9]{1,6})?", "a number in plain digits, as 2600 or 34.5")
ADDRESS = AddressKind()
MAIL = PatternKind(r"[^@\s]+@[^@\s]+\.[^@\s]+", "an e-mail address")
DATE = DateKind()
WHEN = DateKind(interval=True)
BOOLEAN = BooleanKind()
