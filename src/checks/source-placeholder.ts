import type { Check, Found } from './check.ts'
import { placeholderMismatches } from './source/placeholders.ts'
import { firstWords } from './source/report.ts'

export const sourcePlaceholder: Check = {
  id: 'source-placeholder',
  family: 'source',
  category: 'design-and-markup/markup-tag',
  severity: 'major',
  confidence: 0.95,
  title: { sv: 'Platshållare som inte är källans', en: 'A placeholder that is not the source’s' },
  why: {
    sv: 'Där det står {name}, %d eller {1} sätter ett program in ett namn, ett tal eller en tagg. Platshållaren ska stå i översättningen tecken för tecken: en översatt, ändrad eller borttagen gör att värdet inte syns, eller att programmet inte fungerar. Ordningen får ändras.',
    en: 'Where a text has {name}, %d or {1}, a program puts in a name, a number or a tag. The placeholder must stand in the translation sign by sign: where it was translated, changed or taken away the value is not shown, or the program fails. They may change places.',
  },
  examples: [
    { text: 'Hej [{namn}→{name}], välkommen tillbaka.', source: 'Hello {name}, welcome back.' },
    { text: '[Det finns nya meddelanden.]', source: 'There are %d new messages.' },
    { text: 'Elden kom {1>nu[<2}→<1}].', source: 'The fire came {1>now<1}.' },
    {
      text: 'Välkommen.\n[{antal}→{{count}}] filer i {{folder}}.',
      source: 'Welcome.\n{{count}} files in {{folder}}.',
    },
    { text: 'I {folder} ligger {count} filer, %2$s och %1$s.', source: '{count} files in {folder}, %s and %s.' },
    { text: 'En fil togs bort.', source: '%d file was removed.' },
    { text: 'Rabatten är 50 % på de dyraste.', source: 'The discount is 50% during 100%d days.' },
    {
      text: '{n, plural, one {# fil} other {# filer}} i {folder}',
      source: '{n, plural, one {# file in {folder}} other {# files in {folder}}}',
    },
  ],
  *find({ text, source }): Iterable<Found> {
    if (!source) return
    for (const { paragraph, lost, instead } of placeholderMismatches(source.text, text))
      yield instead
        ? {
            ...instead,
            fixes: [lost.literal],
            message: {
              sv: `I källan står ${lost.literal}, och så ska det stå här.`,
              en: `The source has ${lost.literal}, and so must the translation.`,
            },
          }
        : {
            ...firstWords(text, paragraph),
            fixes: [],
            message: {
              sv: `I källan står ${lost.literal}, som saknas här.`,
              en: `The source has ${lost.literal}, which is missing here.`,
            },
          }
  },
}
