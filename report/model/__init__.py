"""What a dossier is made of: frozen types without input or output; imports nothing of the rest."""
