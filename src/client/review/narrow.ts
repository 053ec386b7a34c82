import type { Language } from '../../i18n/index.ts'
import type { Api } from './api.ts'

/** On a narrow screen the server's grid with its textareas stays. */
export const mountNarrow = (root: HTMLElement, _api: Api, _language: Language, _tab: string): void => {
  root.classList.add('narrow')
}
