"""Translations on their way out to translators and back, in the formats that their tools open."""
