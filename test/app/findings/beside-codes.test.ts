/** What the checks find where a placeholder of an imported file stands for a word. */
import { withoutCodes } from '../../../src/app/findings/beside-codes.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { asOfFile, marksIn } from '../marked.ts'
import { newsroom } from '../newsroom.ts'

forEachStore('beside codes', open => {
  const bring = async (written: string) => {
    const room = await newsroom(await open())
    const { text, marks } = marksIn(written)
    const { translationId } = await room.bring({ title: 'Koder', text })
    await asOfFile(room.deps.store, room.anna.id, translationId, marks, true)
    /** Which of these words, found as often as they stand, are still told. */
    const left = async (now: string, ...words: readonly string[]): Promise<string[]> => {
      const found = words
        .map(found => ({ from: now.indexOf(found), to: now.indexOf(found) + found.length, found }))
        .sort((a, b) => a.from - b.from)
      return (await withoutCodes(room.deps, { translationId, text: now }, found)).map(({ found }) => found)
    }
    return { text, left }
  }

  test('two spaces around a placeholder are none, nor is a space before a stop; words that it parts are not together', async () => {
    const { text, left } = await bring('Det gällde [x] personer från [y].\nOch [z] och en  till.')
    expect(text).toBe('Det gällde  personer från .\nOch  och en  till.')
    expect(await left(text, 'e  p', ' .', 'Och  och', 'n  t')).toEqual(['n  t'])
    expect(await left(text, 'Det gällde', 'personer')).toEqual(['Det gällde', 'personer'])
  })

  test('it goes along with what is typed', async () => {
    const { text, left } = await bring('Det gällde [x] personer.')
    expect(await left(text.replace('Det', 'Dagen före'), '  ')).toEqual([])
    expect(await left(text.replace('Det', 'Dagen  före'), '  ')).toEqual(['  '])
  })

  test('a code within a word or beside one parts nothing', async () => {
    const { text, left } = await bring('Han [b]kom  hem[i].')
    expect(await left(text, 'Han kom', '  ')).toEqual(['Han kom', '  '])
  })
})
