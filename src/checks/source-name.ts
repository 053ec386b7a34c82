import type { Check, Found } from './check.ts'
import type { Reading } from './reading.ts'
import { comparisonOf, type Comparison } from './source/comparison.ts'
import { nameDifferences, type NameDifference } from './source/names.ts'
import { lastWordBy } from './source/report.ts'
import { genitiveOf } from './words/genitive.ts'

function foundOf(difference: NameDifference, comparison: Comparison, reading: Reading): Found | null {
  const { source, target, bead } = difference
  if (source === null)
    return {
      from: target.from,
      to: target.to,
      fixes: [],
      category: 'accuracy/addition',
      confidence: 0.75,
      message: { sv: `${target.text} nämns inte i källan.`, en: `${target.text} is not mentioned in the source.` },
    }
  if (target === null) {
    const at = lastWordBy(comparison, bead, reading)
    const message = { sv: `Källans ${source.text} saknas här.`, en: `The source’s ${source.text} is missing here.` }
    return at && { ...at, fixes: [], category: 'accuracy/omission', confidence: 0.75, message }
  }
  const message = {
    sv: `Källan har ${source.text}, översättningen ${target.text}.`,
    en: `The source has ${source.text}, the translation ${target.text}.`,
  }
  return {
    from: target.from,
    to: target.to,
    fixes: [target.text.endsWith('s') ? genitiveOf(source.text) : source.text],
    message,
  }
}

export const sourceName: Check = {
  id: 'source-name',
  family: 'source',
  category: 'accuracy/mistranslation',
  severity: 'major',
  confidence: 0.85,
  title: { sv: 'Namn som inte är källans', en: 'A name that is not the source’s' },
  why: {
    sv: 'Namn på personer ska skrivas som i källan och får varken falla bort eller komma till. Bara namn som ingen ordlista har jämförs; omskrifter som Selenskyj och Zelenskyj räknas som samma namn.',
    en: 'Names of persons must be spelled as in the source, and none may be lost or put in. Only names that no dictionary has are compared; transcriptions such as Selenskyj and Zelenskyj are taken as one.',
  },
  examples: [
    {
      text: 'Thorsten [Messinger→Massinger] ledde mötet i Lüneburg.',
      source: 'Thorsten Massinger leitete das Treffen in Lüneburg.',
      sourceLanguage: 'de',
    },
    {
      text: 'Borgmästaren [Anna Lindqvist→Petra Wohlers] sade på måndagen att budgeten går med underskott.',
      source: 'Bürgermeisterin Petra Wohlers sagte am Montag, der Haushalt weise ein Defizit aus.',
      sourceLanguage: 'de',
    },
    {
      text: 'Borgmästaren sade på måndagen att budgeten går med [underskott].',
      source: 'Bürgermeisterin Petra Wohlers sagte am Montag, der Haushalt weise ein Defizit aus.',
      sourceLanguage: 'de',
    },
    {
      text: 'Volodymyr Zelenskyj träffade Petra Wohlers i Moorstedt och tackade för Wohlers stöd.',
      source: 'Wolodymyr Selenskyj traf Bürgermeisterin Petra Wohlers in Moorstedt und dankte für ihre Unterstützung.',
      sourceLanguage: 'de',
    },
  ],
  find(reading) {
    const comparison = comparisonOf(reading)
    if (!comparison) return []
    return nameDifferences(comparison, reading)
      .map(difference => foundOf(difference, comparison, reading))
      .filter(found => found !== null)
  },
}
