import { deskFindings } from '../../app/desk/desk-findings.ts'
import { openDesk } from '../../app/desk/open-desk.ts'
import { readExperience } from '../../app/gate/open-findings.ts'
import { readQualitySettings } from '../../app/gate/quality-settings.ts'
import { sharedDesk } from '../../app/desk/shared-desk.ts'
import { articleAddress } from '../address.ts'
import { drawnReview, placeOnPage } from '../drawn-review.ts'
import { wholeNumber } from '../form.ts'
import type { Page } from '../page.ts'
import { patience } from '../patience.ts'
import { saveKey } from '../save-key.ts'
import { which } from '../which.ts'

/**
 * The article's page: a row a paragraph, which works as it is; on a wide screen the script mounts the editor over it. A place of the MT
 * (`?at=`) leads to its row; the script goes on to the words.
 */
export const articleReview: Page = async ask => {
  const chosen = which(ask)
  const page = wholeNumber('page', ask.query.get('page') ?? '1')
  if (ask.program)
    return {
      kind: 'data',
      data: await openDesk(ask.deps, { ...chosen, browser: ask.browser, person: ask.person, patience }),
    }
  const shared = await sharedDesk(ask.deps, chosen)
  const at = ask.query.get('at')
  if (at !== null && ask.query.get('page') === null && /^\d{1,9}$/.test(at)) {
    const place = placeOnPage(ask.deps, shared, Number(at))
    const query = { translation: chosen.translationId, at, page: place.page }
    return { kind: 'go', to: `${articleAddress(chosen.articleId, '', query)}#row-${place.row}` }
  }
  const quality = await readQualitySettings(ask.deps.store.db)
  const drawn = drawnReview(ask.deps, shared, {
    language: ask.language,
    page,
    writing: ask.query.get('write') === '1',
    translationId: chosen.translationId ?? null,
    now: ask.deps.now(),
    findings: await deskFindings(ask.deps, shared, patience),
    quality,
    experience: await readExperience(ask.deps),
  })
  return {
    kind: 'page',
    view: 'article-review',
    model: { title: shared.desk.article.title, key: saveKey(), counted: quality.effort !== 'off' },
    drawn,
  }
}
