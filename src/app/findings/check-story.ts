import type { Check } from '../../checks/check.ts'
import { checkById } from '../../checks/index.ts'
import { Problem } from '../../errors.ts'
import type { Severity } from '../../mqm/annotation.ts'
import { actsOfCheck, type CheckActKind } from '../../store/check-acts.ts'
import { articlesOfCheck, type ArticleWithFindings } from '../../store/check-counts.ts'
import { checkSettings } from '../../store/check-settings.ts'
import { dismissalsOfCheck } from '../../store/dismissals.ts'
import type { DismissalView } from '../../wire/finding.ts'
import type { Deps } from '../deps.ts'
import { dismissalView } from './dismiss-finding.ts'
import { figuresOf, lineOf, type CheckLine } from './list-checks.ts'

/** What was done to a check, or to a finding of it. */
export interface CheckActView {
  readonly kind: CheckActKind
  readonly person: string
  readonly at: number
  readonly articleId: string | null
  readonly title: string | null
  /** that were found; what stands there since, where a fix was accepted */
  readonly words: string
  readonly fix: string
  readonly reason: string
  /** what a setting has become */
  readonly set: { readonly enabled: boolean; readonly severity: Severity | null; readonly before: boolean } | null
}

export interface CheckStory {
  readonly check: CheckLine & Pick<Check, 'why' | 'examples' | 'confidence'>
  /** who set it so, and why; null where it is as the check says */
  readonly setting: { readonly person: string; readonly at: number; readonly reason: string } | null
  /** where it has most to say now */
  readonly openIn: readonly ArticleWithFindings[]
  /** newest first */
  readonly acts: readonly CheckActView[]
  readonly dismissals: readonly DismissalView[]
}

/** How many of each list are told. */
const mostActs = 30
const mostDismissals = 200
const mostArticles = 10

interface Detail {
  readonly reason?: string
  readonly before?: { readonly enabled: boolean }
  readonly after?: { readonly enabled: boolean; readonly severity: string }
}

/** A check with all that happened to it here. @throws Problem check-unknown */
export async function checkStory(deps: Deps, checkId: string): Promise<CheckStory> {
  const check = checkById(checkId)
  if (!check) throw new Problem('check-unknown')
  const { db } = deps.store
  const [settings, figures, openIn, acts, dismissals] = await Promise.all([
    checkSettings(db),
    figuresOf(deps, checkId),
    articlesOfCheck(db, checkId, mostArticles),
    actsOfCheck(db, checkId, ['accept', 'dismiss', 'withdraw', 'set'], mostActs),
    dismissalsOfCheck(db, checkId, mostDismissals),
  ])
  const setting = settings.find(each => each.check_id === checkId)
  const { why, examples, confidence } = check
  return {
    check: { ...lineOf(check, setting, figures(checkId)), why, examples, confidence },
    setting: setting ? { person: setting.person, at: setting.at, reason: setting.reason } : null,
    openIn,
    acts: acts.map(({ kind, person, at, article_id: articleId, title, words, fix, detail }) => {
      const { reason = '', before, after } = JSON.parse(detail) as Detail
      const severity = (after?.severity || null) as Severity | null
      const set = after ? { enabled: after.enabled, severity, before: before?.enabled ?? true } : null
      return { kind: kind as CheckActKind, person, at, articleId, title, words, fix, reason, set }
    }),
    dismissals: dismissals.map(dismissalView),
  }
}
