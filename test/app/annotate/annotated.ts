import { beginAnnotation } from '../../../src/app/annotate/begin-annotation.ts'
import { moveOwnAnnotation } from '../../../src/app/annotate/move-annotation.ts'
import { setMark } from '../../../src/app/annotate/set-mark.ts'
import type { Deps, Person } from '../../../src/app/deps.ts'
import type { NewMark } from '../../../src/wire/annotation.ts'
import type { FlagView } from '../../../src/wire/flag.ts'
import { flagOn } from '../desk.ts'

/** One person at their annotation of a text. */
export interface Annotator {
  readonly annotationId: string
  readonly person: Person
  /** Marks words of the MT at their first place. */
  readonly mark: (words: string, more?: Partial<NewMark>) => Promise<FlagView>
  readonly move: (act: 'finish' | 'reopen' | 'withdraw') => Promise<unknown>
}

export async function annotator(
  deps: Deps,
  text: string,
  by: { readonly person: Person; readonly translationId: string },
): Promise<Annotator> {
  const { id: annotationId } = await beginAnnotation(deps, by)
  const who = { annotationId, person: by.person }
  return {
    ...who,
    mark: (words, more = {}) => setMark(deps, who, { ...flagOn(text, words), ...more }),
    move: act => moveOwnAnnotation(deps, who, act),
  }
}
