/** A new document: a title, and a paragraph a line. */
import { Document, HeadingLevel, Packer, Paragraph, Tab, TextRun } from 'docx'
import type { ExportedArticle } from '../format.ts'

/** What XML has no place for is left out. */

const legal = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')

const runsOf = (line: string): TextRun[] =>
  legal(line)
    .split(/([\t\u2028])/)
    .filter(part => part !== '')
    .map(
      part =>
      part === '\t' ? new TextRun({ children: [new Tab()] }) : part === '\u2028' ? new TextRun({ break: 1 }) : new TextRun(part), // prettier-ignore
    )

/** @param text of which a document is made, the MT or the corrected one */
export async function created(article: ExportedArticle, text: string): Promise<Uint8Array> {
  const title = legal(article.title)
  const language = article.language === '' ? {} : { language: { value: article.language } }
  const document = new Document({
    title,
    creator: '',
    styles: { default: { document: { run: language } } },
    sections: [
      {
        children: [
          ...(title === '' || article.titleIsFirstLine
            ? []
            : [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] })]),
          ...text.split('\n').map(line => new Paragraph({ children: runsOf(line) })),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
