import { csv } from '../../formats/csv.ts'
import { formats, writes } from '../../formats/index.ts'
import { purposes, type Format } from '../../formats/format.ts'
import { fill, messages, type Language } from '../../i18n/index.ts'
import type { CsvStyle } from '../../text/csv-style.ts'

interface Named {
  readonly id: string
  readonly name: string
}

export interface ExportGroup {
  readonly purpose: string
  readonly formats: readonly Named[]
}

/** What an article can be taken away as. */
export interface ExportMenu {
  /** the imported file, with what was corrected: in which formats it can be given back */
  readonly own: readonly Named[]
  readonly groups: readonly ExportGroup[]
}

const byAnnotator = new Set<string>(formats.filter(format => 'byAnnotator' in format).map(({ id }) => id))

/** CSV as the reader's spreadsheet opens it, and the other way. */
function bothStyles(language: Language, named: Named): readonly Named[] {
  const other: CsvStyle = language === 'sv' ? 'comma' : 'semicolon'
  return [named, { id: `${named.id} ${other}`, name: messages(language).review.csvOther }]
}

/**
 * The formats that articles can be taken away in, by their names in the reader's language, grouped by what they are for. Those with rows of
 * annotators come twice: as each found it, and as they agreed; and so does CSV (`exportChoice`).
 */
export function exportGroups(language: Language): readonly ExportGroup[] {
  const { agreedVersion } = messages(language).review
  return groupsOf(language, formats.filter(writes)).map(group => ({
    ...group,
    formats: group.formats.flatMap(named =>
      byAnnotator.has(named.id)
        ? [named, { id: `${named.id} agreed`, name: fill(language, agreedVersion, { name: named.name }) }]
        : named.id === csv.id
          ? bothStyles(language, named)
          : [named],
    ),
  }))
}

function groupsOf(language: Language, list: readonly Format[]): readonly ExportGroup[] {
  const { review } = messages(language)
  const names: Readonly<Record<string, string>> = review.formatNames
  return purposes
    .map(purpose => ({
      purpose: review.exportPurposes[purpose],
      formats: list
        .filter(format => format.purpose === purpose)
        .map(({ id, label }) => ({ id, name: names[id] ?? label })),
    }))
    .filter(group => group.formats.length > 0)
}

/** @param file the imported file that the article came in */
export function exportMenu(language: Language, file: { readonly format: string } | null): ExportMenu {
  const isOwn = (format: Format): boolean => format.patch !== undefined && format.patch.of === file?.format
  return {
    own: groupsOf(language, formats.filter(isOwn)).flatMap(group => group.formats),
    groups: groupsOf(
      language,
      formats.filter(format => writes(format) && !isOwn(format)),
    ).map(group => ({
      ...group,
      formats: group.formats.flatMap(named => (named.id === csv.id ? bothStyles(language, named) : [named])),
    })),
  }
}
