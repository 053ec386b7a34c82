import { judgementsOf } from '../../store/annotations.ts'
import { articleById } from '../../store/articles.ts'
import { flagsApart } from '../../store/flags.ts'
import { Problem } from '../../errors.ts'
import type { AnnotationState } from '../../wire/annotation.ts'
import type { FlagView } from '../../wire/flag.ts'
import { titleFrom } from '../articles/article-fields.ts'
import type { Deps } from '../deps.ts'
import { findBareHead } from '../find-head.ts'
import { flagView } from '../flags/flag-views.ts'
import { readQualitySettings } from '../gate/quality-settings.ts'
import { textAt } from '../revisions/read-revision.ts'
import { ownAnnotation, type Annotating } from './own-annotation.ts'

/** All that an annotator sees: source, MT, and their own marks; nothing of what others have found or corrected. */
export interface AnnotationPage {
  readonly id: string
  readonly state: AnnotationState
  readonly comment: string
  /** its title is the MT's: one that was corrected since would tell */
  readonly article: { readonly id: string; readonly title: string; readonly sourceLanguage: string }
  readonly translation: {
    readonly id: string
    readonly system: string
    readonly language: string
    /** its lines are segments of a file */
    readonly fixed: boolean
    readonly mtHash: string
  }
  readonly sourceText: string
  readonly mtText: string
  /** in the order of the text */
  readonly flags: readonly FlagView[]
  /** whether paragraphs are judged */
  readonly judges: boolean
  /** `[line of the MT, 0–100]` */
  readonly judgements: readonly (readonly [number, number])[]
}

/** @throws Problem as `ownAnnotation` */
export async function readAnnotation(deps: Deps, who: Annotating): Promise<AnnotationPage> {
  const { db } = deps.store
  const annotation = await ownAnnotation(db, who)
  const { id, translation_id: translationId, layer, comment } = annotation
  const head = await findBareHead(db, { translationId })
  const article = await articleById(db, head.article_id)
  if (article === undefined) throw new Problem('article-unknown')
  const mtText = await textAt(deps, translationId, 0)
  const flags = (await flagsApart(db, translationId, [layer])).map(flag => flagView(flag, ''))
  return {
    id,
    state: annotation.state as AnnotationState,
    comment,
    article: { id: article.id, title: titleFrom(mtText) || article.title, sourceLanguage: article.source_language },
    translation: {
      id: translationId,
      system: head.system,
      language: head.language,
      fixed: head.fixed === 1,
      mtHash: head.mt_hash,
    },
    sourceText: article.source_text,
    mtText,
    flags: flags.sort((a, b) => a.from - b.from || a.to - b.to),
    judges: (await readQualitySettings(db)).judgements,
    judgements: (await judgementsOf(db, translationId, layer)).map(({ paragraph, score }) => [paragraph, score]),
  }
}
