/**
 * A correction notice in Swedish, as newspapers write it: what it said, and what is right, plainly, without excuses. The form, »… uppgav vi …. Rätt
 * är …«, is that of the notice of Barometern that Medieombudsmannen found right (decision 21368, 2021); one that does not say clearly what was wrong has been
 * found a fault of its own (Pressens opinionsnämnd on Norrländska Socialdemokraten, 2011).
 */
import { formatDay } from '../../i18n/index.ts'
import { withoutInvisible } from '../../text/invisible.ts'
import type { Quoted } from './notice-quote.ts'

/** What a notice tells by itself. */
export interface ToldCorrection extends Quoted {
  /** at how many places */
  readonly places: number
}

export interface Notice {
  readonly told: readonly ToldCorrection[]
  /** corrections of language that are told together; 0 where they are not */
  readonly slips: number
  /** when it was corrected, epoch ms */
  readonly at: number
}

const numerals = ['två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv']
const inWords = (n: number): string => numerals[n - 2] ?? String(n)
const atPlaces = (n: number): string => (n === 1 ? '' : ` på ${inWords(n)} ställen`)

/** More of a passage is left out. */
const longest = 300

/** In quotation marks, and those within them are single; a stop that ends the quotation gives way to the sentence's own. */
function quoted(words: string): string {
  const plain = withoutInvisible(words)
    .replace(/\s+/gu, ' ')
    .replace(/["”“„«»]/gu, '’')
    .trim()
    // a dash or comma that led on from what is not quoted
    .replace(/^[-–—,;:.]\s+/u, '')
    .replace(/[.,;:]$/u, '')
    .trim()
  const end = plain.lastIndexOf(' ', longest)
  const cut = plain.length > longest ? `${plain.slice(0, end > 0 ? end : longest).toWellFormed()} …` : plain
  return `”${cut}”`
}

/** What differs in no more than spaces or signs that a quotation does not show says nothing when it is quoted. */
const readsAlike = ({ before, after }: ToldCorrection): boolean => quoted(before) === quoted(after)

const version = 'en tidigare version av artikeln'

/** The first sentences of a notice that tells one thing. */
function first({ before, after, places }: ToldCorrection): string {
  if (before === '') return `I ${version} saknades detta: ${quoted(after)}.`
  if (after === '') return `I ${version} stod det ${quoted(before)}${atPlaces(places)}. Det har tagits bort.`
  return `I ${version} stod det ${quoted(before)}${atPlaces(places)}. Rätt är ${quoted(after)}.`
}

/** One of several; `also` where it goes on after another in the same paragraph. */
function further({ before, after, places }: ToldCorrection, also: string): string {
  if (before === '') return `Det saknades${also}: ${quoted(after)}.`
  if (after === '') return `Det stod${also} ${quoted(before)}${atPlaces(places)}. Det har tagits bort.`
  return `Det stod${also} ${quoted(before)}${atPlaces(places)}. Rätt är ${quoted(after)}.`
}

const slipsAlone = (n: number): string =>
  n === 1 ? `I ${version} fanns ett språkfel, som nu är rättat.` : `I ${version} fanns språkfel, som nu är rättade.`
const slipsToo = (n: number): string =>
  n === 1 ? 'Dessutom har ett språkfel rättats.' : 'Dessutom har språkfel rättats.'

/** Two things are told in one paragraph, more as a list. */
const mostInParagraph = 2

/** The notice; '' where there is nothing to tell. */
export function noticeText(notice: Notice): string {
  const told = notice.told.filter(reads => !readsAlike(reads))
  const { at } = notice
  const slips = notice.slips + notice.told.filter(readsAlike).reduce((sum, { places }) => sum + places, 0)
  const [one, ...others] = told
  const made = `Rättelsen gjordes den ${formatDay('sv', at)}.`
  if (!one) return slips === 0 ? '' : `Rättelse: ${slipsAlone(slips)} ${made}`
  const end = [...(slips === 0 ? [] : [slipsToo(slips)]), made]
  if (told.length <= mostInParagraph)
    return [`Rättelse: ${first(one)}`, ...others.map(each => further(each, ' också')), ...end].join(' ')
  const list = told.map(each => `– ${further(each, '')}`)
  return [`Rättelse: ${version[0]?.toUpperCase()}${version.slice(1)} innehöll flera fel.`, ...list, end.join(' ')].join(
    '\n',
  )
}
