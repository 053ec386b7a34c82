import type { Span } from './span.ts'

/**
 * Abbreviations whose point does not end a sentence even before a capital or a figure, written as Svenska skrivregler
 * (Språkrådet, 4th edition 2017, the chapter on abbreviations) lists them, with points (`t.ex.`) and spaced (`t. ex.`). Those
 * that only small letters follow need no list. Words of the language (`bil`, `fil`, `tid`, `min`) are not in it.
 */
const never = `adv ang anm apr art avd avs bitr bl bl.a ca civ.ing d.v.s dec dir doc dr dvs eg enl exkl f.d f.n f.ö feb fr
 fr.o.m frk g.m hr ing inkl i.o.m jan jfr jmf kap kapt kl komm l.n lic m.a.o mfl mån n.b nov nr näml o.d okt p.g.a pga prof
 proc red ref resp s s.a.s s.k sept sid sign st.f str svt t t.ex t.h t.o.m t.v t.f tel tfn tr u.a vd v.g vol vs äv ö.h ph.d m
 n b e f g h k p v ev h.k.h s:t s:ta bzw z.b mr mrs ms prof.em`

/** Those that also stand last in a sentence: a capital after them begins a new one, a figure does not. */
const sometimes = 'm.m m.fl o.s.v osv etc dyl o.dyl e.kr f.kr kr st tim sek inv jr e.m f.m a.s km ggr kg ha kvm'

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))
const maybeLast = list(sometimes)
const notLast = list(never)

const months = /^(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\p{L})/iu

/** A stop or break with its closing marks, and the space after it. */
const stop = /(?:(?<![.!?…])([.!?…]+)["'”’»)\]]*(?=\s)|(?=[\n\u2028]))[\s\u2028]+/gu

/** By what stands next to the mark: no more of a paragraph of megabytes is looked at. */
const endsSentence = (before: string, mark: string | undefined, after: string): boolean => {
  if (mark === undefined || after === '') return true
  const opens = /^["'”’»«“„([–—-]*\s*[\p{Lu}\p{Lt}\p{N}]/u.test(after)
  if (mark !== '.') return opens || /^[^\p{L}]/u.test(after)
  if (!opens) return /^[•*–—-]/u.test(after)
  const written = /[\p{L}\p{N}.:]*$/u.exec(before)?.[0] ?? ''
  const word = written.toLowerCase()
  if (maybeLast.has(word)) return /^["'”’»«“„([–—-]*\s*\p{Lu}/u.test(after)
  if (notLast.has(word) || /^(?:\p{Lu}\.?)+$/u.test(written)) return false
  // an ordinal (”den 17. Juni”) or the number of a list's item
  if (/^\d{1,2}$/.test(word)) return !months.test(after) && before.trim() !== word
  return true
}

/** The sentences of a paragraph, without the space between them; a line break inside the paragraph ends one. */
export const sentences = (paragraph: string): Span[] => {
  const found: Span[] = []
  let from = paragraph.search(/\S/)
  if (from < 0) return found
  for (const match of paragraph.matchAll(stop)) {
    const markEnd = match.index + match[0].trimEnd().length
    const next = match.index + match[0].length
    if (match.index < from) continue
    if (
      !endsSentence(
        paragraph.slice(Math.max(from, match.index - 40), match.index),
        match[1],
        paragraph.slice(next, next + 40),
      )
    )
      continue
    found.push({ from, to: markEnd })
    from = next
  }
  const to = paragraph.trimEnd().length
  if (from < to) found.push({ from, to })
  return found
}
