import { mkdtemp, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '../src/errors.ts'
import {
  listCorpus,
  readCorpus,
  readCorpusArticle,
  writeCorpusArticle,
  type CorpusArticle,
} from '../src/formats/corpus.ts'
import { languageReport } from '../src/text/language.ts'
import { countWords } from '../src/text/words.ts'

let folder = ''
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'rodpenna-corpus-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const all = async (from: string): Promise<CorpusArticle[]> => {
  const articles: CorpusArticle[] = []
  for await (const each of readCorpus(from)) articles.push(each)
  return articles
}

describe('the corpus that comes with the program', () => {
  test('holds the seed raw and reviewed, and five more', async () => {
    const names = (await listCorpus('corpus')).map(path => path.replace(/.*[\\/]/, ''))
    expect(names).toEqual([
      'barnbarnsbedrageri-brueckenthal',
      'brandkaren-eickenrode',
      'forskoleavgifter-heidebruck',
      'lka-niedersachsen',
      'lka-niedersachsen-granskad',
      'ovadersvarning-passau',
      'trafikolycka-b75',
    ])
  })

  test('is Swedish of news length, without an alarm about its language', async () => {
    for (const { translations } of await all('corpus')) {
      for (const { mt } of translations) {
        expect(countWords(mt)).toBeGreaterThanOrEqual(120)
        expect(languageReport(mt)).toEqual({ whole: 'sv', paragraphs: [] })
      }
    }
  })

  test('has two articles with a source at least, and one with two translations', async () => {
    const articles = await all('corpus')
    expect(articles.filter(article => article.source !== '').length).toBeGreaterThanOrEqual(2)
    expect(articles.filter(article => article.translations.length === 2)).toHaveLength(1)
  })

  describe('the seed, reviewed', () => {
    const reviewed = async () => {
      const [translation] = (await readCorpusArticle('corpus/lka-niedersachsen-granskad')).translations
      if (!translation) throw new Error('no translation')
      return translation
    }

    test('begins where the raw one stands', async () => {
      const [raw] = (await readCorpusArticle('corpus/lka-niedersachsen')).translations
      expect(raw).toMatchObject({ mt: (await reviewed()).mt, revisions: [], flags: [], state: 'new' })
    })

    test('has 57 errors whose suggestions turn the machine’s text into the corrected one, exactly', async () => {
      const { mt, revisions, flags } = await reviewed()
      const errors = flags.filter(flag => !flag.dismissed)
      expect(errors).toHaveLength(57)
      const corrected = errors
        .toSorted((a, b) => b.from - a.from)
        .reduce((text, { from, to, suggestion }) => text.slice(0, from) + suggestion + text.slice(to), mt)
      expect(corrected).toBe(revisions.at(-1)?.text)
    })

    test('was revised by two editors, one step of which was undone, one flag dismissed', async () => {
      const { revisions, flags } = await reviewed()
      expect(new Set(revisions.map(revision => revision.author)).size).toBe(2)
      expect(revisions.filter(revision => revision.undoes !== undefined)).toHaveLength(1)
      expect(flags.filter(flag => flag.dismissed)).toHaveLength(1)
      expect(revisions.map(revision => revision.at)).toEqual(
        revisions.map(revision => revision.at).toSorted((a, b) => a - b),
      )
      const undo = revisions.findIndex(revision => revision.undoes !== undefined)
      expect(revisions[undo]?.text).toBe(revisions[(revisions[undo]?.undoes ?? 0) - 2]?.text)
    })

    test('gives reasons that stand on the corrected words', async () => {
      const { revisions, flags } = await reviewed()
      const suggestions = new Set(flags.map(flag => flag.suggestion))
      for (const { reasons = [], text } of revisions)
        for (const { from, to } of reasons) expect(suggestions).toContain(text.slice(from, to))
      expect(revisions.flatMap(revision => revision.reasons ?? [])).toHaveLength(57)
    })
  })
})

const article = (given: Partial<CorpusArticle> = {}): CorpusArticle => ({
  title: 'Räddning på Öland',
  address: 'https://example.org/x',
  sourceLanguage: 'de',
  createdAt: Date.UTC(2025, 5, 17, 12),
  source: 'Rettung\n',
  translations: [
    {
      system: 'System A',
      language: 'sv',
      state: 'in-review',
      mt: 'Lower Sachsen: inuti 🚒\n\u2028',
      revisions: [
        {
          author: 'Maja',
          at: 1,
          summary: '',
          text: 'Niedersachsen',
          reasons: [{ from: 0, to: 13, category: 'terminology/wrong-term', severity: 'major' }],
        },
        { author: 'Erik', at: 2, summary: 'Åter', text: 'Lower Sachsen: inuti 🚒\n\u2028', restores: 0 },
      ],
      flags: [
        {
          ...{
            author: 'Maja',
            layer: 'shared',
            revision: 0,
            from: 0,
            to: 13,
            words: 'Lower Sachsen',
            comment: '',
            suggestion: 'Niedersachsen',
          },
          ...({ category: 'terminology/wrong-term', severity: 'major' } as const),
          at: 5,
          dismissed: { reason: 'Nej.', at: 6, by: 'Erik' },
        },
      ],
    },
    { system: '', language: 'sv', state: 'new', mt: 'Annan', revisions: [], flags: [] },
  ],
  ...given,
})

describe('writing and reading', () => {
  test('an article comes back to the letter', async () => {
    const path = await writeCorpusArticle(join(folder, 'new'), article())
    expect(await all(join(folder, 'new'))).toEqual([article()])
    expect(await all(path)).toEqual([article()])
  })

  test('the whole corpus comes back', async () => {
    for await (const each of readCorpus('corpus')) await writeCorpusArticle(folder, each)
    const byTitle = (articles: CorpusArticle[]): CorpusArticle[] =>
      articles.toSorted((a, b) => (a.title < b.title ? -1 : 1))
    expect(byTitle(await all(folder))).toEqual(byTitle(await all('corpus')))
  })

  test('nothing is written over, and nothing half-written is left', async () => {
    for (let n = 0; n < 3; n++) await writeCorpusArticle(folder, article())
    expect((await readdir(folder)).toSorted()).toEqual([
      'raddning-pa-oland',
      'raddning-pa-oland-2',
      'raddning-pa-oland-3',
    ])
  })

  test.each(['../../x', '/etc/passwd', 'con', '...', '\u0000', '漢字', 'x'.repeat(5000)])(
    'a title like %j leads nowhere else',
    async title => {
      const path = await writeCorpusArticle(join(folder, 'in'), article({ title }))
      expect(path.startsWith(join(folder, 'in'))).toBe(true)
      expect(await readdir(folder)).toEqual(['in'])
    },
  )

  test('a folder that cannot be written is told', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(writeCorpusArticle(join(folder, 'file'), article())).rejects.toMatchObject({
      code: 'folder-unwritable',
    })
  })

  test('Windows line ends do not displace a flag', async () => {
    const lines = article({
      translations: [
        {
          ...article().translations[0]!,
          mt: 'a\nLower Sachsen',
          revisions: [],
          flags: [{ ...article().translations[0]!.flags[0]!, from: 2, to: 15 }],
        },
      ],
    })
    const path = await writeCorpusArticle(folder, lines)
    await writeFile(join(path, '1-system-a', 'mt.txt'), 'a\r\nLower Sachsen')
    expect(await readCorpusArticle(path)).toEqual(lines)
  })
})

describe('a malformed folder is refused, with file and reason', () => {
  const broken = async (spoil: (path: string) => Promise<unknown>): Promise<readonly [string, string]> => {
    const path = await writeCorpusArticle(folder, article())
    await spoil(path)
    const problem = await all(folder).then(() => null, (error: unknown) => error) // prettier-ignore
    if (!(problem instanceof Problem) || problem.code !== 'corpus-malformed')
      throw new Error(`not refused: ${String(problem)}`)
    return [
      String(problem.values['file'])
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
      String(problem.values['reason']),
    ]
  }
  const edit = async (file: string, from: string, to: string): Promise<void> =>
    writeFile(file, (await readFile(file, 'utf8')).replace(from, to))

  test.each<[string, (path: string) => Promise<unknown>, string, RegExp]>([
    ['no metadata', path => rm(join(path, 'article.json')), 'article.json', /missing/],
    ['no JSON', path => writeFile(join(path, 'article.json'), '{'), 'article.json', /JSON/],
    ['a newer form', path => edit(join(path, 'article.json'), '"form": 1', '"form": 2'), 'article.json', /^form/],
    ['no title', path => edit(join(path, 'article.json'), 'Räddning på Öland', ' '), 'article.json', /^title/],
    [
      'a date that is none',
      path => edit(join(path, 'article.json'), '2025-06-17T', 'i juni '),
      'article.json',
      /^createdAt/,
    ],
    ['no machine translation', path => rm(join(path, '1-system-a/mt.txt')), '1-system-a/mt.txt', /missing/],
    ['an empty one', path => writeFile(join(path, '1-system-a/mt.txt'), ' \n'), '1-system-a/mt.txt', /empty/],
    [
      'a binary one',
      path => writeFile(join(path, '1-system-a/mt.txt'), Buffer.alloc(99)),
      '1-system-a/mt.txt',
      /text-binary/,
    ],
    [
      'a revision without a text',
      path => rm(join(path, '1-system-a/revisions/2.txt')),
      '1-system-a/revisions/2.txt',
      /missing/,
    ],
    [
      'a state nobody knows',
      path => edit(join(path, '1-system-a/translation.json'), 'in-review', 'klar'),
      '1-system-a/translation.json',
      /^state/,
    ],
    [
      'a revision of the future',
      path => edit(join(path, '1-system-a/translation.json'), '"restores": 0', '"restores": 2'),
      '1-system-a/translation.json',
      /revision 2/,
    ],
    [
      'a flag of no category',
      path => edit(join(path, '1-system-a/flags.json'), 'terminology/', 'ord/'),
      '1-system-a/flags.json',
      /^0\.category/,
    ],
    [
      'a flag beside its words',
      path => edit(join(path, '1-system-a/flags.json'), '"from": 0', '"from": 1'),
      '1-system-a/flags.json',
      /ower Sachsen/,
    ],
    [
      'a flag beyond the text',
      path => edit(join(path, '1-system-a/flags.json'), '"to": 13', '"to": 99'),
      '1-system-a/flags.json',
      /not in the text/,
    ],
    [
      'a link in the place of a text',
      async path => {
        await rm(join(path, '1-system-a/mt.txt'))
        await symlink('/etc/hostname', join(path, '1-system-a/mt.txt'))
      },
      '1-system-a/mt.txt',
      /not a file/,
    ],
    [
      'no translation',
      async path => {
        for (const name of ['1-system-a', '2']) await rm(join(path, name), { recursive: true })
      },
      '',
      /no folder/,
    ],
  ])('%s', async (_, spoil, file, reason) => {
    const [at, why] = await broken(spoil)
    expect(at).toBe(file)
    expect(why).toMatch(reason)
  })

  test('a folder of nothing, and none at all', async () => {
    await mkdir(join(folder, 'empty'))
    await expect(all(join(folder, 'empty'))).rejects.toMatchObject({ code: 'corpus-malformed' })
    await expect(all(join(folder, 'none'))).rejects.toMatchObject({ code: 'file-unreadable' })
  })
})
