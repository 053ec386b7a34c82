import type { DraftRequest } from '../../wire/save.ts'

/** A draft as this browser keeps it. */
export interface LocalDraft extends Omit<DraftRequest, 'reasons'> {
  /** those of a draft from before there were checks are missing */
  readonly reasons?: DraftRequest['reasons']
  readonly tab: string
  readonly updatedAt: number
  /** the text it applies to, kept while it is small, so that a draft stands alone if the server is gone */
  readonly baseText?: string
}

const prefix = 'rp-draft:'
const nameOf = (translation: string, tab: string): string => `${prefix}${translation}:${tab}`

/** @returns false where the browser keeps nothing (full, or private) */
export const keepLocally = (translation: string, draft: LocalDraft): boolean => {
  try {
    localStorage.setItem(nameOf(translation, draft.tab), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export const forgetLocally = (translation: string, tab: string): void =>
  localStorage.removeItem(nameOf(translation, tab))

export const localDrafts = (translation: string): readonly LocalDraft[] => {
  const found: LocalDraft[] = []
  for (let i = 0; i < localStorage.length; i++) {
    const name = localStorage.key(i)
    if (name === null || !name.startsWith(nameOf(translation, ''))) continue
    try {
      found.push(JSON.parse(localStorage.getItem(name) ?? '') as LocalDraft)
    } catch {
      localStorage.removeItem(name)
    }
  }
  return found
}

const tabKey = 'rp-tab'
const lockOf = (tab: string): string => `rp-tab-${tab}`

/** Holds a tab's name for as long as the page lives. @returns false where another tab has it */
const hold = (tab: string): Promise<boolean> =>
  new Promise(resolve => {
    void navigator.locks.request(lockOf(tab), { ifAvailable: true }, lock => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise(() => {})
    })
  })

/**
 * This tab's name, which lives as long as the tab does, reloads included; and the names of the tabs alive elsewhere, whose drafts are
 * theirs. A duplicated tab brings the name of its original along, and gets its own.
 */
export const claimTab = async (
  make: () => string,
): Promise<{ readonly tab: string; readonly others: ReadonlySet<string> }> => {
  let tab = sessionStorage.getItem(tabKey) ?? make()
  if ('locks' in navigator && !(await hold(tab))) {
    tab = make()
    await hold(tab)
  }
  sessionStorage.setItem(tabKey, tab)
  const held = 'locks' in navigator ? ((await navigator.locks.query()).held ?? []) : []
  const names = held.map(lock => lock.name ?? '').filter(name => name.startsWith(lockOf('')))
  return { tab, others: new Set(names.map(name => name.slice(lockOf('').length)).filter(name => name !== tab)) }
}
