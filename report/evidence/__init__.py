"""Quotations, figures and numbers found again in the documents, and the verdicts on them."""
