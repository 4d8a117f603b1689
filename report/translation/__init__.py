"""Languages: how each prints numbers, dates and names, and the translations of the content."""
