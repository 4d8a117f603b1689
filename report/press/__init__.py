"""HTML -> finished PDF: fonts, resources, layout, tags, metadata, attachments and the last proof.

The one public way in is `report.press.printing.print_pdf(job)`, which takes a `PrintJob` and gives
a `Printed`. `report.press.fonts.prepare_fonts` makes the faces beforehand, and its
`FontFolder.missing_characters` tells which characters they lack.

This package knows nothing of dossiers: it gets HTML, style sheets and bytes. Nothing is imported
here, so that commands which print nothing never load the renderer.
"""
