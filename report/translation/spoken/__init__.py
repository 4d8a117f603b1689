"""Numbers as they are spoken: digits → words, in each language that has rules for it."""
