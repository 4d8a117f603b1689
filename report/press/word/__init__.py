"""Marked text -> a finished Word file, through pandoc; the one way in is `print_word(job)`.

Knows nothing of dossiers. Nothing is imported here, so that other editions never load it.
"""
