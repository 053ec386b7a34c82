/** What a name is, and the forms it is met in. */

/**
 * area: what a district or a town is; title: of a newspaper, a broadcaster, a firm, never translated; left: a longer name that keeps what
 * would be wrong alone
 */
export type Kind =
  | 'country'
  | 'region'
  | 'place'
  | 'nature'
  | 'area'
  | 'authority'
  | 'party'
  | 'organisation'
  | 'title'
  | 'person'
  | 'left'

export interface Right {
  readonly text: string
  /** written in brackets after it where the text has one there: `Cepol` */
  readonly abbreviation: string | null
  /** may stand beside the other right forms in one text: the short form of a name */
  readonly beside: boolean
}

export interface Name {
  readonly kind: Kind
  /** the first is the one to write */
  readonly right: readonly [Right, ...Right[]]
  /** what compounds begin with: `förbundsdags`; null where it is as the name itself */
  readonly compound: string | null
  /** Swedish keeps the name as it is at home */
  readonly kept: boolean
}

/**
 * right: as Swedish has it; tolerated: as some Swedish writers have it; foreign: as another language has it, whole; half: a mixture of
 * languages; ascii: without its umlauts
 */
export type How = 'right' | 'tolerated' | 'foreign' | 'half' | 'ascii'

export interface Form {
  readonly name: Name
  readonly how: How
  readonly pieces: readonly string[]
  /** also another word or name: needs a preposition of place before it */
  readonly doubtful: boolean
  /** how its pieces are to be joined; empty where any join will do */
  readonly joins: string
  /** only where no other name has it: translators err */
  readonly yields: boolean
  /** tolerated, and yet to be asked about in news: `Övre Bayern` */
  readonly asked: boolean
  /** begins with a word that is free in Swedish, `norra`, `södra`: needs a capital where a capital says something */
  readonly loose: boolean
}

export const isPlace = ({ kind }: Name): boolean =>
  kind === 'country' || kind === 'region' || kind === 'place' || kind === 'nature'

export const isBody = ({ kind }: Name): boolean =>
  kind === 'area' || kind === 'authority' || kind === 'party' || kind === 'organisation' || kind === 'title'
