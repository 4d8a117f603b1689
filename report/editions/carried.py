"""What the files inside a PDF are, said in the language of its edition."""

from __future__ import annotations

from dataclasses import replace

from report.editions.interface import N_, load_interface
from report.model.problem import Stop
from report.press.job import PrintJob

_CARRIED = {
    "evidence.json": N_("Findings, figures and quotations with their places in the documents"),
    "references.json": N_("The documents as CSL-JSON"),
    "printed.json": N_("What is printed, text by text"),
}
_SEAL = N_("SHA-256 of each page, its words and its drawing, and of what is attached")


def described(job: PrintJob, lang: str) -> PrintJob:
    """Return the job with each attachment described in a language.

    Stop(3) with interface-untranslated for a description that the language lacks.
    """
    interface = load_interface(lang)
    attachments = tuple(
        replace(one, description=str(interface.gettext(_CARRIED[one.name]).unescape()))
        if one.name in _CARRIED
        else one
        for one in job.attachments
    )
    seal = str(interface.gettext(_SEAL).unescape())
    if problems := interface.problems():
        raise Stop(3, *problems)
    return replace(job, attachments=attachments, seal_description=seal)
