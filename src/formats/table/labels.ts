/** Categories and severities as tables name them: by id, by the names of WMT and MQM, in Swedish and German. */
import { severities, type Severity } from '../../mqm/annotation.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { categoryOfName, isNoError } from '../../mqm/wmt-categories.ts'

const named: Readonly<Record<string, CategoryId>> = {
  terminologi: 'terminology/wrong-term', 'fel term': 'terminology/wrong-term', term: 'terminology/wrong-term', terminologie: 'terminology/wrong-term',
  'inkonsekvent term': 'terminology/inconsistent', felöversättning: 'accuracy/mistranslation', betydelsefel: 'accuracy/mistranslation',
  fehlübersetzung: 'accuracy/mistranslation', tillägg: 'accuracy/addition', hinzufügung: 'accuracy/addition', utelämning: 'accuracy/omission',
  utelämnande: 'accuracy/omission', utelämnat: 'accuracy/omission', auslassung: 'accuracy/omission', oöversatt: 'accuracy/untranslated',
  unübersetzt: 'accuracy/untranslated', grammatik: 'linguistic-conventions/grammar', interpunktion: 'linguistic-conventions/punctuation',
  zeichensetzung: 'linguistic-conventions/punctuation', skiljetecken: 'linguistic-conventions/punctuation', stavning: 'linguistic-conventions/spelling',
  stavfel: 'linguistic-conventions/spelling', rechtschreibung: 'linguistic-conventions/spelling', stil: 'style/awkward', otympligt: 'style/awkward',
  oidiomatiskt: 'style/unidiomatic', idiomatik: 'style/unidiomatic', register: 'style/register', stilnivå: 'style/register', talformat: 'locale-conventions/number-format',
  datumformat: 'locale-conventions/date-format', annat: 'other/other', övrigt: 'other/other', sonstiges: 'other/other',
} // prettier-ignore

const degrees: Readonly<Record<string, Severity>> = {
  ...Object.fromEntries(severities.map(severity => [severity, severity])),
  mindre: 'minor', liten: 'minor', lindrig: 'minor', litet: 'minor', lätt: 'minor', gering: 'minor', leicht: 'minor', klein: 'minor', low: 'minor',
  större: 'major', stor: 'major', stort: 'major', allvarlig: 'major', allvarligt: 'major', schwer: 'major', groß: 'major', high: 'major',
  kritisk: 'critical', kritiskt: 'critical', kritisch: 'critical', neutralt: 'neutral', trivial: 'neutral', preferential: 'neutral',
  0: 'neutral', 1: 'minor', 5: 'major', 25: 'critical',
} // prettier-ignore

export interface Label {
  readonly category: CategoryId
  readonly severity: Severity
  readonly comment: string
}

/**
 * What three fields say of an error; null where they say that there is none. A name that is not quite a category of ours is kept in the comment.
 */
export function labelOf(category: string, severity: string, comment: string): Label | null {
  const name = category.trim()
  const degree = degrees[severity.trim().toLowerCase()]
  if ((name === '' || isNoError(name)) && (severity.trim() === '' || isNoError(severity)) && comment.trim() === '')
    return null
  const known = named[name.toLowerCase()]
  if (name === '') return { category: 'other/other', severity: degree ?? 'neutral', comment }
  const { category: found, exact } = known ? { category: known, exact: true } : categoryOfName(name)
  const kept = exact ? [comment] : [name, comment]
  // an error without a severity is one all the same
  return { category: found, severity: degree ?? 'minor', comment: kept.filter(part => part !== '').join(': ') }
}
