import { revisionsBefore } from '../../store/revisions.ts'
import { lineNumbers } from '../../text/line-numbers.ts'
import type { ArticleQuality } from '../../wire/quality-report.ts'
import type { Deps } from '../deps.ts'
import { addSums, metricFigures, noSums } from '../measure/figures.ts'
import { measureTexts } from '../measure/measure-texts.ts'
import { sha256 } from '../hash.ts'
import { textAt } from '../revisions/read-revision.ts'

/** Each revision is compared with the MT anew, which costs as much as a look at its history: of long texts it is left out. */
const longest = 30_000
/** So many revisions are measured: the last, and others spread over those before. */
const mostMeasured = 12

/** Numbers from 1 to the last, evenly spread, the last among them. */
const spread = (last: number): readonly number[] =>
  last <= mostMeasured
    ? Array.from({ length: last }, (_, n) => n + 1)
    : Array.from({ length: mostMeasured }, (_, n) => Math.round(((n + 1) * last) / mostMeasured))

/** How the HTER came to be what it is: the MT against its text as it stood after each of some revisions. */
export async function hterByRevision(
  deps: Deps,
  {
    translationId,
    mt,
    head,
    fixed,
  }: { readonly translationId: string; readonly mt: string; readonly head: number; readonly fixed: boolean },
): Promise<ArticleQuality['revisions']> {
  if (head < 2 || mt.length > longest) return []
  const times = new Map(
    (await revisionsBefore(deps.store.db, translationId, head + 1, head)).map(({ number, created_at }) => [
      number,
      created_at,
    ]),
  )
  const lineOf = lineNumbers(mt)
  const rows = []
  for (const revision of spread(head)) {
    const text = await textAt(deps, translationId, revision)
    const diff = deps.hunks.diff({ hash: sha256(mt), text: mt }, { hash: sha256(text), text }, fixed)
    const sums = measureTexts(mt, text, diff, lineOf).reduce((sum, each) => addSums(sum, each.sums), noSums)
    rows.push({ revision, at: times.get(revision) ?? 0, hter: metricFigures(sums).hter })
  }
  return rows
}
