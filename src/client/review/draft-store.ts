import type { DraftRequest } from '../../wire/save.ts'

/** A draft as this browser keeps it. */
export interface LocalDraft extends DraftRequest {
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

/** This tab's name; it lives as long as the tab does, reloads included. */
export const tabName = (make: () => string): string => {
  const kept = sessionStorage.getItem('rp-tab')
  if (kept !== null) return kept
  const name = make()
  sessionStorage.setItem('rp-tab', name)
  return name
}

/** Says that this tab lives, and which others do: their drafts are theirs. A duplicated tab finds its own name taken. */
export const livingTabs = async (
  tab: string,
): Promise<{ readonly own: boolean; readonly others: ReadonlySet<string> }> => {
  if (!('locks' in navigator)) return { own: true, others: new Set() }
  const own = await new Promise<boolean>(resolve => {
    void navigator.locks.request(`rp-tab-${tab}`, { ifAvailable: true }, lock => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise(() => {})
    })
  })
  const held = (await navigator.locks.query()).held ?? []
  const names = held
    .map(lock => lock.name ?? '')
    .filter(name => name.startsWith('rp-tab-'))
    .map(name => name.slice('rp-tab-'.length))
  return { own, others: new Set(names.filter(name => !own || name !== tab)) }
}
