"""Report turns a dossier of findings into a brief in which every word can be checked."""

__version__ = "0.1.0"
