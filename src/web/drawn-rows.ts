/** Rows of the queue, kept under all that is in them: another title, another time is another row. */
import { LruCache } from '../app/lru-cache.ts'
import type { ShownItem } from '../app/annotate/closed-items.ts'
import { languageName, messages, type Language } from '../i18n/index.ts'
import { dayOf } from './day.ts'
import { renderPart } from './render.ts'
import { severityCounts } from './view/severity.ts'

/** Some ten thousand rows. */
const cache = new LruCache<Buffer>(16 * 1024 * 1024)

/** @param now epoch ms; a time of today is told without its date */
export const drawnRows = (language: Language, now: number, items: readonly ShownItem[]): Buffer =>
  Buffer.concat(
    items.map(item => {
      const key = `${language} ${dayOf(now)} ${JSON.stringify(item)}`
      const known = cache.get(key)
      if (known) return known
      const { common, checks } = messages(language)
      const counts = item.flags && severityCounts(language, item.flags, common.severityFlags)
      const found = item.findings && severityCounts(language, item.findings, checks.severityFindings)
      const model = { item: { ...item, counts, found, languageLabel: languageName(language, item.language) } }
      const drawn = Buffer.from(renderPart('partials/queue-row', language, now, model))
      cache.set(key, drawn, drawn.length + key.length * 2)
      return drawn
    }),
  )
