import { isLanguage } from '../i18n/index.ts'
import { httpApi } from './review/api.ts'
import { claimTab } from './review/draft-store.ts'
import { mount } from './review/mount.ts'
import { newId } from './review/new-id.ts'
import { mountNarrow } from './review/narrow.ts'

/** Below this width the server's grid stays: three columns of words would be too narrow to read. */
const wide = '(min-width: 900px)'

const start = async (): Promise<void> => {
  const root = document.getElementById('desk')
  const { article, translation } = root?.dataset ?? {}
  if (root === null || article === undefined || translation === undefined) return
  const { lang } = document.documentElement
  const language = isLanguage(lang) ? lang : 'sv'
  const nonce =
    document.querySelector<HTMLElement>('meta[name="csp-nonce"]')?.nonce ??
    document.querySelector<HTMLElement>('script[nonce]')?.nonce ??
    ''
  const api = httpApi(article, translation)
  const claimed = claimTab(newId)
  if (!matchMedia(wide).matches) return mountNarrow({ root, language, translation, api, ...(await claimed) })
  const [wire, { tab, others }] = await Promise.all([api.desk(), claimed])
  mount({ root, wire, language, nonce, api, tab, others })
}

void start()
