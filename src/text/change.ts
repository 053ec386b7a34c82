/**
 * What turns one text into another: a `ChangeSet` of CodeMirror, the one form in browser, wire and database. A change comes
 * in through `parseChange`, is narrowed by our diff, and is stored as `canonical` text.
 */
export {
  applyChange,
  canonical,
  changeJson,
  composeAll,
  editsOf,
  readChange,
  type ChangeJson,
  type Edit,
} from './change/edits.ts'
export { changeBetween, changeByLines, narrow } from './change/narrow.ts'
export { parseChange } from './change/parse.ts'
export { changeInSegments, checkSegments, inSegments, narrowInSegments } from './change/segments.ts'
