"""One module a verb; the only floor that knows the whole chain from dossier to build."""
