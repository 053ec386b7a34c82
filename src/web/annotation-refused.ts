/** An annotator's form that was refused: their page again, with what they typed in it. */
import { Problem, type ProblemCode } from '../errors.ts'
import { messages, problemSentence } from '../i18n/index.ts'
import type { Answer, Ask } from './page.ts'
import { annotationPage, type RefusedForm } from './pages/annotation-show.ts'

/** With these, what was typed comes back. */
const comesBack: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'field-invalid',
  'flag-misfit',
  'flag-unknown',
  'annotation-closed',
  'annotation-misfit',
  'judgements-off',
  'text-has-nul',
  'text-has-lone-surrogate',
])

function sentence({ language }: Ask, form: RefusedForm, problem: Problem): string {
  const { annotation } = messages(language)
  if (form === 'edit' && problem.code === 'flag-misfit') return annotation.editedMeanwhile
  if (form === 'judgement' && problem.code === 'field-invalid') return annotation.judgementInvalid
  return problemSentence(language, problem)
}

/**
 * Does what a form asks; where that is refused, what was typed stands in the form again or, where the page has no such form any more,
 * above it to be copied. A program gets the Problem.
 */
export async function orTypedAgain(ask: Ask, form: RefusedForm, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (ask.program || !(error instanceof Problem) || !comesBack.has(error.code)) throw error
    return annotationPage(ask, { form, status: error.status, sentence: sentence(ask, form, error) })
  }
}
