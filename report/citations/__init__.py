"""Documents → footnotes, the list of documents and references.json, in each language, by CSL.

`notes` and `bibliography` are what other packages call; `style` finds the citation style,
`locators` reads places in documents. citeproc and lxml are loaded only when a note is made.
"""
