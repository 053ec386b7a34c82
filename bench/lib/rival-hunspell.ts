/** A spelling checker alone, as the yardstick of the checks: hunspell with dictionary-sv, every word it does not know. */
import dictionary from 'dictionary-sv'
import { loadModule } from 'hunspell-asm'
import type { Span } from '../../src/text/span.ts'
import { words } from '../../src/text/words.ts'

export type Speller = (text: string) => readonly Span[]

export async function openHunspell(): Promise<Speller> {
  const factory = await loadModule()
  const affix = factory.mountBuffer(new Uint8Array(dictionary.aff), 'sv.aff')
  const list = factory.mountBuffer(new Uint8Array(dictionary.dic), 'sv.dic')
  const hunspell = factory.create(affix, list)
  return text => words(text).filter(span => !hunspell.spell(text.slice(span.from, span.to)))
}
