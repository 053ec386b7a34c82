import { isLanguage } from '../../i18n/index.ts'
import { Problem } from '../../errors.ts'
import { safeReturn } from '../address.ts'
import { field, oneOf } from '../form.ts'
import { themes, type Page } from '../page.ts'

/** Language and appearance of this browser; either may be left out. */
export const preferencesSet: Page = ask => {
  const language = field(ask, 'language')
  const theme = field(ask, 'theme')
  if (language !== '') {
    if (!isLanguage(language)) throw new Problem('field-invalid', { field: 'language' })
    ask.setCookie('rp_language', language)
  }
  if (theme !== '') ask.setCookie('rp_theme', oneOf('theme', themes, theme))
  return {
    kind: 'go',
    to: safeReturn(field(ask, 'back')),
    data: { language: language || ask.language, theme: theme || ask.theme },
  }
}
