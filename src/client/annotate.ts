/** The annotator's page: words are chosen where they stand; all that is shown is what the server drew. */
import { isLanguage } from '../i18n/index.ts'
import { annotator } from './annotate/annotator.ts'

const root = document.querySelector<HTMLElement>('main[data-annotation]')
const id = root?.dataset['annotation']
if (root && id) {
  const { lang } = document.documentElement
  annotator(root, id, isLanguage(lang) ? lang : 'sv')
}
