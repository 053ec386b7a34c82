/**
 * The signature of a figure, after sacreBLEU (Post 2018, “A Call for Clarity in Reporting BLEU Scores”): whoever scores the same files with
 * a tool and settings of the same signature gets the same figure.
 */

/** The version of sacreBLEU that the metrics here were measured against, and equal. */
const sacrebleu = '2.6.0'

/** Fields in their order, as `name:value` with `|` between; true is written yes, false no. There is one reference a segment. */
export function signatureOf(fields: Readonly<Record<string, string | number | boolean>>): string {
  const all = { nrefs: 1, ...fields, version: sacrebleu }
  return Object.entries(all)
    .map(([name, value]) => `${name}:${typeof value === 'boolean' ? (value ? 'yes' : 'no') : value}`)
    .join('|')
}
