/** What is said of files. */
import type { formats as sv } from '../sv/formats.ts'

export const formats: typeof sv = {
  /** why a file is refused, after a colon */
  faults: {
    bytes: 'it is larger than {limit}',
    xml: 'it is not well-formed XML ({detail})',
    entities: 'it defines entities of its own (DTD), and these are never read',
    depth: 'it is nested deeper than {limit} levels',
    root: 'its root element is {detail}',
    missing: '{detail} is missing',
    invalid: 'it does not follow the standard ({detail})',
    version: 'version {detail} is not read here',
    zip: 'the zip archive is damaged ({detail})',
    gzip: 'what is packed by gzip is damaged ({detail})',
    members: 'the archive has more than {limit} files',
    unpacked: 'it is larger than {limit} unpacked',
    ratio: 'a file in the archive is packed more than {limit} times, as only harmful archives are',
    path: 'the archive names a file outside of itself ({detail})',
    twice: 'the archive has {detail} twice',
    encrypted: 'it is protected by a password',
    rows: 'it has more than {limit} rows',
    field: 'a field has more than {limit} characters',
    markup: 'it has more than {limit} tags and other codes',
    quotes: 'a quotation mark is never closed',
    columns: 'no column is the machine translation',
    json: 'it is not JSON ({detail})',
    empty: 'there is no text in it',
    nested: 'there is an archive in the archive',
    format: 'it is of no known kind',
  },
  warnings: {
    doctype: 'A DOCTYPE was neither read nor fetched.',
    untranslated: { one: '{n} segment has no translation.', other: '{n} segments have no translation.' },
    'no-translations': 'No segment has a translation. There is nothing to review.',
    'not-swedish': 'The translation is in {detail}.',
    'said-otherwise':
      'The file says that the text is in {detail}, but its words are Swedish. It is imported as Swedish.',
    'too-long': {
      one: '{n} row was left out. Its text is too long.',
      other: '{n} rows were left out. Their texts are too long.',
    },
    skipped: { one: '{n} part was left out: {detail}.', other: '{n} parts were left out: {detail}.' },
    'reading-order': 'What stands in text boxes, footnotes, endnotes, headers and footers comes last.',
    standard: 'The file is against the standard and was read all the same: {detail}.',
    encoding: 'The file was read as {detail}.',
    'became-utf-8': 'The file became UTF-8, since {detail} does not have every character of the corrected text.',
    'codes-gone': {
      one: '{n} code has lost its words and stands where they were.',
      other: '{n} codes have lost their words and stand where these were.',
    },
    'markup-lost': {
      one: 'The paragraphs were written anew, without {n} piece of markup.',
      other: 'The paragraphs were written anew, without {n} pieces of markup.',
    },
    'codes-crossing': {
      one: '{n} code could not stand where it was to.',
      other: '{n} codes could not stand where they were to.',
    },
    unlike: 'The file reads otherwise than when it came in. The corrections were placed by comparison.',
    'lines-kept': {
      one: '{n} line break at a table could not be taken away.',
      other: '{n} line breaks at tables could not be taken away.',
    },
    ragged: {
      one: '{n} row has more or fewer fields than the others.',
      other: '{n} rows have more or fewer fields than the others.',
    },
    'bare-quotes': {
      one: '{n} quotation mark stands within a field and was read as it stands.',
      other: '{n} quotation marks stand within fields and were read as they stand.',
    },
    formulas: {
      one: '{n} field that a spreadsheet takes for a formula was given an apostrophe in front.',
      other: '{n} fields that a spreadsheet takes for formulas were given an apostrophe in front.',
    },
    'columns-guessed': 'What the columns are was guessed.',
    'all-approved': {
      one: 'The segment is approved in the file already. The article is new here: it is approved only when somebody here approves it.',
      other:
        'All {n} translated segments are approved in the file already. Their articles are new here: they are approved only when somebody here approves them.',
    },
    'not-agreed': {
      one: 'Not every place of the article is decided: it has the annotators’ own annotations.',
      other: 'Of {n} articles not every place is decided: they have the annotators’ own annotations.',
    },
    'flags-left': {
      one: '{n} flag in a note, header or footer was not written as a comment. Word has no comments there.',
      other: '{n} flags in notes, headers or footers were not written as comments. Word has no comments there.',
    },
    'flags-unplaced': {
      one: '{n} comment could not be placed and stands on the whole segment.',
      other: '{n} comments could not be placed and stand on the whole segment.',
    },
  },
}
