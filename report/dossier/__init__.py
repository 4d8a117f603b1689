"""Reads a dossier folder: YAML nodes that know their place → the typed model, all problems kept."""
