import { asciiName } from '../../../src/checks/ascii-name.ts'
import { authorityName } from '../../../src/checks/authority-name.ts'
import { exonym } from '../../../src/checks/exonym.ts'
import { hybridName } from '../../../src/checks/hybrid-name.ts'
import { inconsistentName } from '../../../src/checks/inconsistent-name.ts'
import { loadLexicon } from '../../../src/checks/lexicon/load.ts'
import { personVariants } from '../../../src/checks/person-variants.ts'
import { placeAdjective } from '../../../src/checks/place-adjective.ts'
import { readText } from '../../../src/checks/reading.ts'
import { townAdjective } from '../../../src/checks/town-adjective.ts'
import { transcribedName } from '../../../src/checks/transcribed-name.ts'

const checks = [hybridName, exonym, authorityName, transcribedName, asciiName, inconsistentName, placeAdjective, townAdjective, personVariants] // prettier-ignore
const lexicon = loadLexicon()
const repeated = (text: string): string => text.repeat(Math.ceil(60_000 / Math.max(1, text.length)))

describe('no text makes a check of names throw, hang or mark what is not there', () => {
  const parts = ['a', 'A', '-', 'a-', '(', "'s", ':s', '"', 'Lower ', 'Nord-', 'Mecklenburg ', 'Lower Sachsen ', 'Munich, ', 'Bundestag (CDU) ', 'Müller Mueller ', 'Anna Lindgren ', 'Lu\u0308neburg ', '😀 ', 'שלום ', 'Anna\u202eLund ', '\u00ad', '\u2028'] // prettier-ignore
  it.each(['', ' ', '\n\n', ...parts.map(repeated)])('%#', text => {
    const reading = readText(text, lexicon)
    for (const check of checks)
      for (const { from, to, fixes } of check.find(reading)) {
        expect(from >= 0 && from < to && to <= text.length).toBe(true)
        expect(fixes).not.toContain(text.slice(from, to))
      }
  })
})
