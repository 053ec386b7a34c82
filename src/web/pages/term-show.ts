import { termDomains, termStory, type TermStory } from '../../app/terms/list-terms.ts'
import { changesOf, editTerm, needTerm } from '../../app/terms/write-term.ts'
import { Problem } from '../../errors.ts'
import { problemSentence } from '../../i18n/index.ts'
import type { TermEntry } from '../../wire/term.ts'
import { newBatchAddress, safeReturn, termAddress } from '../address.ts'
import { field, fields, oneOf, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { shapes } from '../view/severity.ts'
import { fieldsOf, sentTerm, termChoices, typedTerm } from '../view/term-form.ts'
import { termActs, termFieldsTold } from '../view/term-story.ts'

/** @throws Problem term-unknown */
function termId(ask: Ask): string {
  const given = ask.params['id'] ?? ''
  if (!/^[0-9a-z]{16}$/.test(given)) throw new Problem('term-unknown')
  return given
}

/** How the term stands now where it is not as it was typed. */
const standing = (ask: Ask, { term }: TermStory): Partial<TermEntry> => {
  const { entry } = sentTerm(ask)
  const now = Object.fromEntries(Object.keys(entry).map(name => [name, term[name as keyof TermEntry]]))
  return changesOf({ ...term, ...entry }, now)
}

async function show(ask: Ask, refusal: Problem | null): Promise<Answer> {
  const { deps, language } = ask
  const story = await termStory(deps, termId(ask))
  const { term } = story
  const misfit = refusal?.code === 'term-misfit'
  const other = refusal?.values['id']
  return {
    kind: 'page',
    view: 'term-show',
    status: refusal?.status ?? 200,
    data: story,
    model: {
      title: term.preferred,
      term,
      story,
      typed: refusal ? typedTerm(ask) : fieldsOf(term),
      // whoever has seen what another wrote may write over it
      version: refusal && !misfit ? field(ask, 'version') : term.version,
      standing: misfit ? termFieldsTold(language, standing(ask, story)) : [],
      shape: shapes[term.severity],
      domains: await termDomains(deps),
      ...termChoices(language),
      acts: termActs(language, story.acts),
      everywhere: term.variants.map(variant => ({
        variant,
        address: newBatchAddress({ kind: 'term', about: term.id, before: variant, after: term.preferred }),
      })),
      typedName: field(ask, 'name'),
      refusal: refusal && !misfit ? problemSentence(language, refusal) : null,
      other: typeof other === 'string' && other !== term.id ? termAddress(other) : null,
    },
  }
}

/** A term: as it stands, what was done to it, and where its words stand in the articles. */
export const termShow: Page = ask => show(ask, null)

/** Edits a term; one that is refused comes back as it was typed. */
export const termEdit: Page = async ask => {
  const id = termId(ask)
  try {
    const { entry, version } = sentTerm(ask)
    const term = await editTerm(ask.deps, { person: await writer(ask), id, version }, entry)
    return { kind: 'go', to: termAddress(id), notice: ['termSaved'], data: term }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || error.code === 'term-unknown' || ask.program) throw error
    return show(ask, error)
  }
}

/** Approves or declines in one press. */
export const termDecide: Page = async ask => {
  const id = termId(ask)
  await needTerm(ask.deps.store.db, id)
  const status = oneOf('status', ['approved', 'declined'], field(ask, 'status'))
  const term = await editTerm(ask.deps, { person: await writer(ask), id }, { status })
  return {
    kind: 'go',
    to: 'back' in fields(ask) ? safeReturn(field(ask, 'back')) : termAddress(id),
    notice: [status === 'approved' ? 'termApproved' : 'termDeclined'],
    data: term,
  }
}
