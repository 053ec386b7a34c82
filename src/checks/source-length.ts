import type { Check } from './check.ts'
import { comparisonOf } from './source/comparison.ts'
import { lengthOutliers } from './source/lengths.ts'
import { firstWords, lastWordBy } from './source/report.ts'

export const sourceLength: Check = {
  id: 'source-length',
  family: 'source',
  category: 'accuracy/omission',
  severity: 'major',
  confidence: 0.75,
  title: { sv: 'Mycket kortare eller längre än källan', en: 'Far shorter or longer than the source' },
  why: {
    sv: 'En svensk mening är ungefär lika lång som den engelska, norska eller danska och omkring en sjundedel kortare än den tyska. Är den bara hälften så lång har något troligen fallit bort; är den dubbelt så lång har något kommit till.',
    en: 'A Swedish sentence is about as long as the English, Norwegian or Danish one, and about a seventh shorter than the German. At half the length something has probably been left out; at twice, put in.',
  },
  examples: [
    {
      text: 'Polisen i Moorstedt söker vittnen till olyckan på B75. Kvinnan [skadades].\nVägen öppnades igen.',
      source:
        'Die Polizei in Moorstedt sucht Zeugen des Unfalls auf der B75. Die Frau wurde verletzt, in ihrem Fahrzeug eingeklemmt und nach ihrer Rettung mit dem Hubschrauber in eine Klinik gebracht.\nDie Straße wurde wieder geöffnet.',
      sourceLanguage: 'de',
    },
    {
      text: 'Polisen i Moorstedt söker vittnen till olyckan på B75. [Kvinnan skadades, satt fastklämd i sin] bil och fördes sedan hon hade räddats med helikopter till en klinik i grannstaden, där hon nu vårdas.',
      source: 'The police in Moorstedt are looking for witnesses of the accident on the B75. The woman was injured.',
      sourceLanguage: 'en',
    },
    {
      text: 'Polisen i Moorstedt söker vittnen till olyckan på B75. Kvinnan fördes till sjukhus med helikopter.',
      source:
        'Die Polizei in Moorstedt sucht nach Zeugen, die den Unfall auf der B75 gesehen haben. Ein Rettungshubschrauber flog die Frau in ein Krankenhaus.',
      sourceLanguage: 'de',
    },
  ],
  *find(reading) {
    const comparison = comparisonOf(reading)
    if (!comparison) return
    for (const { how, share, bead, target } of lengthOutliers(comparison)) {
      const [first] = target
      const at = how === 'short' ? lastWordBy(comparison, bead, reading) : first && firstWords(reading.text, first)
      const percent = Math.round(share * 100)
      if (at)
        yield {
          ...at,
          fixes: [],
          category: how === 'short' ? 'accuracy/omission' : 'accuracy/addition',
          message:
            how === 'short'
              ? {
                  sv: `Bara ${percent} % av den längd som är att vänta av källan: något kan saknas.`,
                  en: `Only ${percent}% of the length that the source makes one expect: something may be missing.`,
                }
              : {
                  sv: `${percent} % av den längd som är att vänta av källan: något kan ha kommit till.`,
                  en: `${percent}% of the length that the source makes one expect: something may have been added.`,
                },
        }
    }
  },
}
