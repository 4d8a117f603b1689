"""How an edition looks: its style sheets in the order of the cascade, and what is drawn for it.

Editions differ by sheets of tokens, never by another copy of a text; a theme is one more sheet.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from report.dossier.shipped import templates_path
from report.editions.drawing import Palette, Plot
from report.model.theme import Theme

# In the order of the cascade. Tokens come first: another format has another sheet of tokens.
BRIEF_SHEETS = ("tokens", "pages", "type", "cover", "front", "body", "charts", "tables", "back")
DRAFT_SHEET = "draft"
TRUSTED_SHEET = "trusted"


@dataclass(frozen=True)
class Look:
    """The names of style sheets and the measure of drawings.

    `tokens` are further sheets that change the tokens; `own` is CSS made here, as of a theme.
    """

    sheets: tuple[str, ...] = BRIEF_SHEETS
    tokens: tuple[str, ...] = ()
    own: str = ""
    plot: Plot = field(default_factory=Plot)

    def css(self, *, draft: bool = False, trusted: bool = False) -> tuple[str, ...]:
        """Return the texts of the style sheets."""
        first, *others = self.sheets
        before = [_text(name) for name in (first, *self.tokens)]
        marks = [(DRAFT_SHEET, draft), (TRUSTED_SHEET, trusted)]
        after = [_text(name) for name in (*others, *(name for name, marked in marks if marked))]
        return (*before, *((self.own,) if self.own else ()), *after)

    def with_theme(self, theme: Theme) -> Look:
        """Return this look in the colours of a theme."""
        if theme == Theme():
            return self
        palette = replace(
            Palette(),
            ink=str(theme.ink),
            accent=str(theme.accent),
            tint=str(theme.tint),
            on_ink_accent=theme.accent_on_ink,
        )
        own = (
            f":root {{ --ink: {theme.ink}; --field: {theme.ink}; --accent: {theme.accent}; "
            f"--tint: {theme.tint}; --on-ink-accent: {theme.accent_on_ink} }}\n"
        )
        return replace(self, own=own + self.own, plot=replace(self.plot, palette=palette))


BRIEF = Look()


def _text(name: str) -> str:
    return (templates_path() / "css" / f"{name}.css").read_text(encoding="utf-8")
