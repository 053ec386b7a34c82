import type { memory as sv } from '../sv/memory.ts'

export const memory: typeof sv = {
  title: 'The memory',
  tooWide: {
    wideSigns: 'signs without a word stand in every text',
    wideNumber: 'a number belongs to its article',
    wideLetter: 'a single letter is no word',
    wideWord: 'the word stands in almost every text',
    wideWords: 'the words stand in almost every text',
  },
}
