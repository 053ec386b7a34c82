import { annotationVersions, type AnnotationVersion } from '../formats/annotations/agreed.ts'
import { csvStyles, type CsvStyle } from '../text/csv-style.ts'
import { csvStyleFor } from './csv-style.ts'
import { oneOf } from './form.ts'
import type { Ask } from './page.ts'

/** What a menu of formats has chosen: a format, and in another word whose annotations it is to hold, `mqmtsv agreed`, or how it is written, `csv semicolon`. */
export interface ExportChoice {
  readonly format: string
  readonly annotations: AnnotationVersion
  readonly csv: CsvStyle
}

/** The format of what is chosen, whatever else it says. */
export const formatChosen = (chosen: string): string => chosen.split(' ')[0] ?? ''

/** @param fields what has fields of its own, `annotations` and `delimiter` @throws Problem field-invalid */
export function exportChoice(ask: Ask, chosen: string, fields: (name: string) => string | null): ExportChoice {
  const [format = '', more] = chosen.split(' ')
  const style = csvStyles.find(each => each === more)
  const version = (style ? undefined : more) ?? fields('annotations') ?? 'raters'
  return {
    format,
    annotations: oneOf('annotations', annotationVersions, version),
    csv: style ?? csvStyleFor(ask, fields('delimiter')),
  }
}
