import { openDesk } from '../../app/open-desk.ts'
import { sha256 } from '../../app/hash.ts'
import { wholeNumber } from '../form.ts'
import type { Page } from '../page.ts'
import { exportNames } from '../view/export-names.ts'
import { flagEntry, flagMarks } from '../view/flag-entry.ts'
import { grid } from '../view/grid.ts'
import { saveKey } from '../save-key.ts'
import { which } from '../which.ts'
import { states } from '../../wire/common.ts'

/** The article's page: a row a paragraph, which works as it is; on a wide screen the script mounts the editor over it. */
export const articleReview: Page = async ask => {
  const chosen = which(ask)
  const desk = await openDesk(ask.deps, {
    ...chosen,
    browser: ask.program ? ask.browser : undefined,
    person: ask.person,
  })
  const { article, translation, head, mtText } = desk
  const diff = ask.deps.hunks.diff({ hash: sha256(mtText), text: mtText }, { hash: head.hash, text: head.text })
  const flags = desk.flags.map(flag => flagEntry(ask.language, flag))
  const shown = grid(
    { source: desk.sourceText, mt: mtText, head: head.text },
    diff,
    flagMarks(flags),
    wholeNumber('page', ask.query.get('page') ?? '1'),
  )
  const translationId = chosen.translationId ?? null
  return {
    kind: 'page',
    view: 'article-review',
    data: desk,
    model: {
      title: article.title,
      article,
      translation,
      translations: desk.translations,
      translationId,
      head,
      hasSource: desk.sourceText !== '',
      grid: shown,
      hunks: diff.hunks.length,
      open: flags.filter(flag => flag.status === 'open'),
      closed: flags.filter(flag => flag.status !== 'open'),
      writing: ask.query.get('write') === '1',
      formats: exportNames(ask.language),
      states: states.filter(state => state !== translation.state && (state !== 'new' || head.number === 0)),
      key: saveKey(),
    },
  }
}
