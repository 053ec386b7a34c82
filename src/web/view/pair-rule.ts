import type { DecisionView, PairRule } from '../../app/pairs/pair-rule.ts'
import { fill, messages, plural, type Language } from '../../i18n/index.ts'
import { ruleStatuses } from '../../wire/rule.ts'
import { seen } from './seen.ts'

/** What a form has of a rule, as text. */
export interface TypedRule {
  readonly status: string
  readonly instead: string
  readonly near: string
  readonly system: string
  readonly note: string
}

/** Words near which a rule holds, as they stand in a field. */
const nearField = (near: readonly string[]): string => near.join(', ')

export const readNear = (typed: string): string[] =>
  typed
    .split(/[,;\n]/)
    .map(word => word.trim())
    .filter(word => word !== '')

const percent: Record<Language, Intl.NumberFormat> = {
  sv: new Intl.NumberFormat('sv-SE', { style: 'percent' }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent' }),
}

/** What the memory makes of a pair, and why: sentence by sentence. */
function sentences(language: Language, rule: PairRule): readonly string[] {
  const { memory: m } = messages(language)
  const say = (sentence: string, values: Readonly<Record<string, string>> = {}): string =>
    fill(language, sentence, values)
  const speaks = rule.where !== 'nowhere'
  const pinned = rule.status === 'pinned'
  return [
    say(m.where[rule.where], { near: rule.near.map(seen).join(', ') }),
    ...(rule.silent === null ? [] : [m.silent[rule.silent]]),
    ...(speaks && rule.system !== '' ? [say(m.onlySystem, { system: seen(rule.system) })] : []),
    ...(speaks && rule.instead !== null ? [say(m.writes, { words: seen(rule.instead) })] : []),
    ...(pinned && rule.decidedBy !== null ? [say(m.pinned, { name: seen(rule.decidedBy) })] : []),
    ...(speaks && !pinned ? [rule.specific ? m.specific : m.ordinary] : []),
    ...(speaks && !pinned ? [say(m.likely, { share: percent[language].format(rule.confidence) })] : []),
    // a rule made by hand has met no text yet
    ...(rule.corrections + rule.declined + rule.kept === 0
      ? []
      : [
          say(m.facts, {
            corrections: plural(language, m.times, rule.corrections),
            articles: plural(language, m.articles, rule.articles),
            declined: plural(language, m.times, rule.declined),
            kept: plural(language, m.reviewed, rule.kept),
          }),
        ]),
  ]
}

/** What a decision made of the rule, where more than its kind is to be told. */
function outcome(language: Language, { kind, after }: DecisionView): string {
  const { memory: m } = messages(language)
  const say = (sentence: string, values: Readonly<Record<string, string>>): string => fill(language, sentence, values)
  const writes =
    after.instead !== null
      ? [say(m.nowWrites, { words: seen(after.instead) })]
      : kind === 'edit'
        ? [m.nowAsCorrected]
        : []
  const near = after.near.length > 0 ? [say(m.nowNear, { near: after.near.map(seen).join(', ') })] : []
  const system = after.system === '' ? [] : [say(m.nowSystem, { system: seen(after.system) })]
  return [...writes, ...near, ...system, ...(after.note === '' ? [] : [seen(after.note)])].join('; ')
}

/** The rule as its form and its history show it. @param typed what was typed and refused */
export function shownRule(language: Language, rule: PairRule, typed: TypedRule | null = null) {
  const { memory: m } = messages(language)
  const form: TypedRule = typed ?? {
    status: rule.status,
    instead: rule.instead ?? rule.after,
    near: nearField(rule.near),
    system: rule.system,
    note: rule.note,
  }
  return {
    id: rule.id,
    sentences: sentences(language, rule),
    speaks: rule.where !== 'nowhere',
    statuses: ruleStatuses.map(status => ({ status, name: m.statuses[status], hint: m.statusHints[status] })),
    systems: [...new Set([...rule.systems, ...(form.system === '' ? [] : [form.system])])],
    seen: rule.decidedAt === null ? '' : String(rule.decidedAt),
    form,
    canPin: rule.before.trim() !== '',
    history: rule.history.map(act => ({
      at: act.at,
      says: fill(language, m.acts[act.kind], { name: seen(act.person) }),
      outcome: outcome(language, act),
    })),
  }
}
