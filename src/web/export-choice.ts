import { annotationVersions, type AnnotationVersion } from '../formats/annotations/agreed.ts'
import { oneOf } from './form.ts'

/** What a menu of formats has chosen: a format, and whose annotations it is to hold, `mqmtsv agreed`. */
export interface ExportChoice {
  readonly format: string
  readonly annotations: AnnotationVersion
}

/** The format of what is chosen, whatever else it says. */
export const formatChosen = (chosen: string): string => chosen.split(' ')[0] ?? ''

/** @param annotations where it is a field of its own @throws Problem field-invalid */
export function exportChoice(chosen: string, annotations: string | null = null): ExportChoice {
  const [format = '', version = annotations ?? 'raters'] = chosen.split(' ')
  return { format, annotations: oneOf('annotations', annotationVersions, version) }
}
