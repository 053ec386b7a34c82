/**
 * The phrase that corrected words belong to: a notice quotes it whole, for »flytta« says less than »flytta ut« (partikelförbund: SAG 3,
 * Verbfraser § 16 ff.), and »fjol« is written as »i fjol«. By closed lists; what is in none of them is quoted as it stands.
 */
import { numerals } from '../../mqm/propose/words.ts'

/** What stands right before and right after the corrected words, which are the same in both texts. */
export interface Neighbours {
  readonly left: string
  readonly right: string
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** That verbs take, stressed. Those that are prepositions too (»på«, »av«) are quoted with what follows anyway. */
const particles = list(`ut in upp ner ned bort fram tillbaka igen ihop isär hem undan iväg loss sönder kvar emot igenom
 ifrån omkull ikapp itu`)
const reflexives = list('sig mig dig oss er')
const objects = list('sig mig dig oss er dem den det honom henne')
const prepositions =
  list(`i på av till för om med från vid hos mot mellan under över genom inom utan åt ur kring runt bland efter före
 innan sedan utanför bakom framför`)
/** Of fixed phrases between two prepositions: »på grund av«, »i samband med«. */
const ofPhrases =
  list(`grund följd hjälp samband enlighet strid stöd anledning fall stället syfte brist form spetsen bekostnad förmån
 skydd höjd mitten slutet början hänsyn gräns hopp`)
/** Adjectives that tell which of several things is meant, and say nothing without it. */
const telling =
  list(`norra södra östra västra nordöstra nordvästra sydöstra sydvästra inre yttre övre nedre högra vänstra äldre yngre
 första andra tredje fjärde femte sista förra nästa förre`)
const times = /^(?:(?:mån|tis|ons|tors|fre|lör|sön)dag\p{L}*|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|fjol|år|natt|natten|dag|går|morgon|morse|kväll|kvällen|eftermiddag\p{L}*|helgen|veckan|månaden|sommar\p{L}*|höst\p{L}*|vinter\p{L}*|våras|våren)$/u // prettier-ignore
const scales = /^(?:tusen|hundra|dussin|miljon(?:er)?|miljard(?:er)?|biljon(?:er)?)$/u
/** What figures are read with on their left: »klockan 15«, »sidan 4«, »år 1989«. */
const beforeFigures = list('klockan kl år sidan paragraf kapitel nummer nr plats platsen rum linje buss väg')
/** That begin sentences, and are no names. */
const noNames =
  list(`i på av till för om med från vid hos mot under efter före den det de en ett han hon vi ni jag när där här så men och
 att enligt även också nu då som sedan dock`)

const small = (word: string): string => word.toLowerCase()
const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.:'’-]*/gu) ?? []
const last = (text: string): string => small(wordsIn(text).at(-1) ?? '')

const spaces = '[^\\S\\n]+'
const wordLeft = new RegExp(`([\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}:.'’-]*)${spaces}$`, 'u')
const wordRight = new RegExp(`^${spaces}([\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}:'’-]*)`, 'u')
const numberLeft = new RegExp(`(?:^|[^\\p{L}\\p{N}])(\\d(?:[\\d.,\\u00a0 ]*\\d)?${spaces})$`, 'u')
const names = /^\p{Lu}[\p{L}\p{M}'’-]+(?: (?:(?:von|van|der|den|zu|af|al) )*\p{Lu}[\p{L}\p{M}'’-]+)*$/u
const namesLeft = /(?:\p{Lu}[\p{L}\p{M}'’-]+ (?:(?:von|van|der|den|zu|af|al) )*){1,2}$/u
const namesRight = /^(?: (?:(?:von|van|der|den|zu|af|al) )*\p{Lu}[\p{L}\p{M}'’-]+){1,2}/u

/** The word at a side as it stands, with the space between. */
const leftOf = (left: string): { readonly word: string; readonly whole: string } => {
  const [whole = '', word = ''] = wordLeft.exec(left) ?? []
  return { word: small(word), whole }
}
const rightOf = (right: string): { readonly word: string; readonly whole: string } => {
  const [whole = '', word = ''] = wordRight.exec(right) ?? []
  return { word: small(word), whole }
}

interface Corrected extends Neighbours {
  readonly before: string
  readonly after: string
}

const isOne = (text: string, words: ReadonlySet<string>): boolean =>
  wordsIn(text).length === 1 && words.has(small(text.trim()))
const isAll = (text: string, words: (word: string) => boolean): boolean =>
  wordsIn(text).length > 0 && wordsIn(text).every(word => words(small(word)))

/** A particle or reflexive that was put in or taken out: its verb stands before it. */
function hanging({ before, after, left, right }: Corrected): Neighbours | null {
  const one = wordsIn(before).length === 0 ? after : wordsIn(after).length === 0 ? before : null
  const [first = ''] = one === null ? [] : wordsIn(one).map(small)
  if (one === null || !(particles.has(first) || reflexives.has(first))) return null
  if (!isAll(one, word => particles.has(word) || reflexives.has(word) || prepositions.has(word))) return null
  return { left: leftOf(left).whole, right: prepositions.has(last(one)) ? rightOf(right).whole : '' }
}

/** One particle, or one object, for another: the verb before it is the same. */
function exchanged({ before, after, left }: Corrected): Neighbours | null {
  const among = (words: ReadonlySet<string>): boolean => isOne(before, words) && isOne(after, words)
  return among(particles) || among(objects) ? { left: leftOf(left).whole, right: '' } : null
}

/** A figure with what it counts, or with what is counted by it. */
function figure({ before, after, left, right }: Corrected): Neighbours | null {
  const counted = numberLeft.exec(left)?.[1] ?? (numerals.has(leftOf(left).word) ? leftOf(left).whole : '')
  if (counted !== '' && /^\p{L}/u.test(before) && /^\p{L}/u.test(after)) {
    const scaled = [before, after].some(words => scales.test(last(words)))
    return { left: counted, right: scaled ? rightOf(right).whole : '' }
  }
  if (!/^\d[\d.,:\u00a0 ]*$/u.test(before) || !/^\d[\d.,:\u00a0 ]*$/u.test(after)) return null
  const [sign = ''] = /^[^\S\n]*(?:%|‰|°C?|€|\$|£)/u.exec(right) ?? []
  if (sign !== '') return { left: '', right: sign }
  return beforeFigures.has(leftOf(left).word.replace(/\.$/, '')) ? { left: leftOf(left).whole, right: '' } : null
}

/** A part of a name is told with all of it. */
function name({ before, after, left, right }: Corrected): Neighbours | null {
  if (!names.test(before) || !names.test(after)) return null
  const [found = ''] = namesLeft.exec(left) ?? []
  const words = found.split(/(?<= )/u)
  while (words.length > 0 && noNames.has(small(words[0]?.trim() ?? ''))) words.shift()
  return { left: words.join(''), right: namesRight.exec(right)?.[0] ?? '' }
}

/** A time, and the word of a fixed phrase, with the prepositions around it. */
function withPreposition({ before, after, left, right }: Corrected): Neighbours | null {
  const at = prepositions.has(leftOf(left).word) ? leftOf(left).whole : ''
  if (times.test(small(before)) && times.test(small(after))) return { left: at, right: '' }
  const fixed = ofPhrases.has(last(before)) || ofPhrases.has(last(after))
  const begins = at !== '' || [before, after].every(words => prepositions.has(small(wordsIn(words)[0] ?? '')))
  if (!fixed || !begins || !prepositions.has(rightOf(right).word)) return null
  return { left: [before, after].every(words => wordsIn(words).length === 1) ? at : '', right: rightOf(right).whole }
}

/** »norra« and »äldre« say which: of what, comes after. */
const which = ({ before, after, right }: Corrected): Neighbours | null =>
  telling.has(last(before)) || telling.has(last(after)) ? { left: '', right: rightOf(right).whole } : null

/** A verb that was exchanged keeps its reflexive and its particle. */
function tail({ before, after, right }: Corrected): Neighbours | null {
  if (wordsIn(before).length === 0 || wordsIn(after).length === 0) return null
  let [taken, rest] = ['', right]
  for (const words of [reflexives, particles]) {
    const { word, whole } = rightOf(rest)
    if (!words.has(word)) continue
    taken += whole
    rest = rest.slice(whole.length)
  }
  return taken === '' ? null : { left: '', right: taken }
}

/** What of its neighbours a correction is quoted with; null where it belongs to no phrase that is known. */
export const phraseAround = (corrected: Corrected): Neighbours | null =>
  hanging(corrected) ??
  exchanged(corrected) ??
  figure(corrected) ??
  name(corrected) ??
  withPreposition(corrected) ??
  which(corrected) ??
  tail(corrected)
