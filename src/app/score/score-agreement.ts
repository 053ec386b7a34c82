import type { Document } from '../../formats/document.ts'
import type { AgreementRow } from '../../wire/annotation.ts'
import { agreementRows, type ToCompare } from '../annotate/agreement-rows.ts'
import { lookedAt, scoresOfBoth } from '../annotate/compare-annotations.ts'
import { sharedLayer } from '../flags/write-flag.ts'

/** How far two annotators of a file agree, over all that both have looked at. */
export interface FileAgreement {
  readonly a: string
  readonly b: string
  /** translations in which both have looked at something */
  readonly texts: number
  readonly rows: readonly AgreementRow[]
}

type Layers = ReadonlyMap<string, readonly number[] | null>

/** Who has annotated a translation, and the lines that they have looked at; null where all. */
const layersOf = ({ annotators, flags }: Document): Layers =>
  new Map([
    ...flags.filter(({ layer }) => layer !== sharedLayer).map(({ layer }) => [layer, null] as const),
    ...annotators.map(({ layer, segments }) => [layer, segments] as const),
  ])

/** Null where they have looked at no line both. */
function toCompare(document: Document, layers: Layers, a: string, b: string): ToCompare | null {
  const [inA, inB] = [layers.get(a), layers.get(b)]
  if (inA === undefined || inB === undefined) return null
  if (inA && inB && !inA.some(line => inB.includes(line))) return null
  const { key, text: mt, flags, judgements } = document
  const both = lookedAt(mt, { segments: inA }, { segments: inB })
  const of = (name: string) => flags.filter(({ layer, revision, from }) => layer === name && revision === 0 && both(from)) // prettier-ignore
  return { mt, a: of(a), b: of(b), both, judged: scoresOfBoth(judgements, a, b), ...(key ? { article: key } : {}) }
}

/** Whoever has annotated something in a file. */
export const annotatorsIn = (documents: readonly Document[]): readonly string[] => [
  ...new Set(documents.flatMap(document => [...layersOf(document).keys()])),
]

/**
 * Any two annotators of a file who have looked at the same.
 * @param named only pairs of these; of one, all that it is in; null for all
 */
export function scoreAgreement(
  documents: readonly Document[],
  named: readonly string[] | null,
): readonly FileAgreement[] {
  const known = documents.map(document => ({ document, layers: layersOf(document) }))
  const names = annotatorsIn(documents)
  const isAsked = (a: string, b: string): boolean => {
    if (named === null) return true
    return named.length === 1 ? named.includes(a) || named.includes(b) : named.includes(a) && named.includes(b)
  }
  return names.flatMap((a, i) =>
    names
      .slice(i + 1)
      .filter(b => isAsked(a, b))
      .flatMap(b => {
        const texts = known
          .map(({ document, layers }) => toCompare(document, layers, a, b))
          .filter(text => text !== null)
        return texts.length === 0 ? [] : [{ a, b, texts: texts.length, rows: agreementRows(texts) }]
      }),
  )
}
