/** `Selenskyj`, `Tschaikowski`, `Pope Francis`: persons by the name that German or English has for them. */
import type { Check, Found } from './check.ts'
import { fixOf } from './names/fix.ts'
import { mentionsIn } from './names/mentions.ts'
import { say, told } from './names/said.ts'

export const transcribedName: Check = {
  id: 'transcribed-name',
  family: 'names',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.85,
  title: { sv: 'Personnamn i tysk eller engelsk form', en: 'Name of a person in German or English form' },
  why: {
    sv: 'Ryska och ukrainska namn transkriberas på olika sätt till tyska, engelska och svenska (Selenskyj, Zelensky, Zelenskyj); påvar, kungar och helgon har svenska namn. Svensk form enligt TT-språket och Språkrådet.',
    en: 'Russian and Ukrainian names are transcribed in different ways into German, English and Swedish (Selenskyj, Zelensky, Zelenskyj); popes, kings and saints have Swedish names. The Swedish form is that of TT and the Language Council.',
  },
  examples: [
    'President [Selenskyj→Zelenskyj] träffade [Wladimir Putin→Vladimir Putin].',
    '[Nawalnys→Navalnyjs] advokat och [Papst Franziskus→påven Franciskus] i ett möte.',
    'Zelenskyj, Putin, Lavrov och påven Franciskus talade om Tjajkovskij.',
  ],
  *find(reading): Iterable<Found> {
    for (const mention of mentionsIn(reading)) {
      if (mention.names[0]?.kind !== 'person' || mention.how !== 'foreign' || mention.small) continue
      const { found, sv, en } = told(reading, mention)
      yield {
        ...fixOf(reading, mention),
        message: say(`”${found}” skrivs ${sv} på svenska.`, `“${found}” is written ${en} in Swedish.`),
      }
    }
  },
}
