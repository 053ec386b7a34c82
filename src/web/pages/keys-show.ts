import { readQualitySettings } from '../../app/gate/quality-settings.ts'
import { messages } from '../../i18n/index.ts'
import { shortcuts } from '../../wire/shortcuts.ts'
import { pageShortcuts } from '../../wire/page-shortcuts.ts'
import type { Page } from '../page.ts'
import { annotationKeys } from '../view/annotation-keys.ts'
import { keyNames } from '../view/key-names.ts'

export const keysShow: Page = async ask => {
  const { effort } = await readQualitySettings(ask.deps.store.db)
  const actions: Readonly<Record<string, string>> = messages(ask.language).desk.actions
  const rows = shortcuts.map(({ id, keys, chord }) => ({
    name: actions[id] ?? id,
    keys: keys.map(key => keyNames(ask.language, key)),
    chord: chord === null ? null : keyNames(ask.language, chord),
  }))
  const { pageActions } = messages(ask.language).history
  const pageRows = pageShortcuts.map(({ id, keys }) => ({
    name: pageActions[id],
    keys: keys.map(key => keyNames(ask.language, key)),
  }))
  return {
    kind: 'page',
    view: 'keys-show',
    data: shortcuts,
    model: {
      title: messages(ask.language).history.keysTitle,
      rows,
      pageRows,
      annotationRows: annotationKeys(ask.language),
      counted: effort !== 'off',
    },
  }
}
