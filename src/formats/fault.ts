/** Why a file is refused, and what is told of one that is not. The sentences stand in `i18n/`, in each language, under the same codes. */
import { Problem } from '../errors.ts'

/** Why a file cannot be read; in the sentence `{detail}` is what the file, or the library that read it, says. */
export const faults = [
  'bytes', // larger than {limit}
  'xml', // not well-formed: {detail}
  'entities', // an internal DTD subset, or an entity that it would define
  'depth', // nested deeper than {limit}
  'root', // the root element is {detail}
  'missing', // {detail} is missing, that the standard demands
  'invalid', // {detail} is against the standard
  'version', // version {detail} is not read
  'zip', // not a zip archive, or a damaged one: {detail}
  'gzip', // packed by gzip, and damaged: {detail}
  'members', // more than {limit} files in it
  'unpacked', // more than {limit} when unpacked
  'ratio', // packed more than {limit} times: an attack
  'path', // names a file outside of it: {detail}
  'twice', // has {detail} twice
  'encrypted', // with a password
  'rows', // more than {limit} rows
  'field', // a field of more than {limit} characters
  'markup', // more than {limit} tags, codes and signs beside its words
  'quotes', // a quotation mark that is not closed
  'columns', // no column is the machine translation
  'json', // not JSON: {detail}
  'empty', // nothing in it that could be read as text
  'nested', // an archive in an archive
  'format', // of no known format
] as const // prettier-ignore
export type Fault = (typeof faults)[number]

/** Where and what. `line`: from 1; `part`: a member of an archive, a unit, a row. */
export interface Where {
  readonly line?: number | undefined
  readonly part?: string | undefined
  readonly detail?: string | undefined
  readonly limit?: number | string | undefined
}

/** A file that is refused. Its Problem is `file-malformed`, or `file-too-large` for what limits forbid. */
export class FormatError extends Problem {
  readonly fault: Fault

  /** @param format label of the format that it was read as */
  constructor(format: string, fault: Fault, where: Where = {}) {
    const told = Object.entries(where).filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    super('file-malformed', { format, fault, ...Object.fromEntries(told) })
    this.name = 'FormatError'
    this.fault = fault
  }
}

/** What is told of a file that is read all the same. `n` says of how many. */
export const warnings = [
  'doctype', // a DOCTYPE was ignored
  'untranslated', // {n} segments without a translation
  'no-translations', // no segment has a translation: there is nothing to review
  'not-swedish', // the translation is in {detail}
  'said-otherwise', // the text is Swedish, though the file says {detail}
  'too-long', // {n} rows or units left out, since their text is too long
  'skipped', // {n} parts left out: {detail}
  'reading-order', // what stands in text boxes, notes and the like comes last
  'standard', // against the standard, and read all the same: {detail}
  'encoding', // read as {detail}
  'became-utf-8', // its encoding, {detail}, has not every character of the corrected text
  'codes-gone', // {n} inline codes whose words are gone stand at the end of where these were
  'markup-lost', // the paragraphs were written anew, without {n} pieces of markup
  'codes-crossing', // {n} inline codes could not be put where they were asked for
  'unlike', // the file reads otherwise than when it was imported; what is corrected was placed by comparison
  'lines-kept', // {n} line ends stand between cells or beside tables, and could not be taken away
  'ragged', // {n} rows with more or fewer fields than the others
  'bare-quotes', // {n} quotation marks in the midst of a field, read as they stand
  'formulas', // {n} fields that a table program would run were given an apostrophe
  'columns-guessed', // what the columns are was guessed
  'all-approved', // all {n} segments with a translation are approved in the file
  'flags-left', // {n} flags stand on notes, headers or footers, where the program has no comments
  'flags-unplaced', // {n} comments could not be placed and stand on the whole segment
  'not-agreed', // of {n} articles not every place is decided: they have the annotators' own annotations
] as const // prettier-ignore
export type WarningCode = (typeof warnings)[number]

export interface Warning {
  readonly code: WarningCode
  readonly n?: number
  readonly detail?: string
}
