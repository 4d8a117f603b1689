"""Checked dossier -> pages: what each edition contains, and the templates it is set in.

`context` is what templates see, `rendering` turns it into HTML, `charts` draws, `interface` holds
the words of the pages themselves. Nothing is imported here.
"""
