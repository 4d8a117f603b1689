"""Bytes of a document → its text with stable offsets and numbered paragraphs; custody."""
