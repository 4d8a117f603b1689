"""References of a dossier to and from CSL-JSON, BibTeX and RIS, as reference managers write them.

Each format is one reader and one writer of the same entries: CSL names, text values, names as CSL
has them, dates as `2022-01-06`. `SHA256` in a note ties an entry to its very file.
"""
