import type { Severity } from '../../mqm/annotation.ts'
import type { ExportedFlag } from '../format.ts'
import { escapeXml } from '../lib/xml.ts'

/** Notes have a priority from 1, the highest, to 10. */
const priorities: Readonly<Record<Severity, number>> = { critical: 1, major: 3, minor: 5, neutral: 10 }

/** The namespace that the author of a note stands in: notes of 2.x have no place of their own for it. */
const ownNamespace = 'urn:rodpenna:xliff'

/** A flag as a note that applies to the target. @param text by `noteOf` */
export const noteElement = (name: string, { author, category, severity }: ExportedFlag, text: string): string => {
  const by = author === '' ? '' : ` xmlns:rp="${ownNamespace}" rp:author="${escapeXml(author, { quotes: true })}"`
  return `<${name} appliesTo="target" category="${category}" priority="${priorities[severity]}"${by}>${escapeXml(text)}</${name}>`
}
