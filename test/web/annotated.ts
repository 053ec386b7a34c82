import { sentTo } from './sent.ts'
import type { Site } from './site.ts'

export const annotatedMt = 'LKA Lower Sachsen varnar för cannabiskarnival.\nDelegationen besökte Tyskland.'
export const style = { category: 'style/awkward', severity: 'minor', comment: '', suggestion: '' }

/** An article that Anna and Bo have begun to annotate, each at an address of their own. */
export async function annotated(site: Site) {
  const bo = `rp_person=${site.bo.id}; rp_browser=another-browser-here; rp_language=en`
  const { articleId } = await site.bring({
    title: 'Karneval',
    text: annotatedMt,
    sourceText: 'Das LKA warnt.\nDie Delegation.',
  })
  const annas = await sentTo(site, `/articles/${articleId}/annotations`, {})
  const bos = await sentTo(site, `/articles/${articleId}/annotations`, {}, bo)
  return { articleId, annas, bos, bo, agreement: `/articles/${articleId}/agreement` }
}

/** The same, both finished: they differ about one place, and Anna has found one more. */
export async function finished(site: Site) {
  const begun = await annotated(site)
  const { annas, bos, bo, agreement } = begun
  await sentTo(site, `${annas}/flags`, { ...style, line: '0', words: 'varnar' })
  await sentTo(site, `${bos}/flags`, { ...style, line: '0', words: 'varnar', severity: 'major' }, bo)
  await sentTo(site, `${annas}/flags`, { ...style, line: '1', words: 'Tyskland' })
  await sentTo(site, `${annas}/state`, { act: 'finish' })
  await sentTo(site, `${bos}/state`, { act: 'finish' }, bo)
  const body = (await site.json(agreement)).body as { compared: { pairs: { a: { id: string } | null; b: { id: string } | null }[] } } // prettier-ignore
  const [first, second] = body.compared.pairs.map(({ a, b }) => ({ a: a?.id ?? '', b: b?.id ?? '' }))
  if (!first || !second) throw new Error('two places are compared')
  return { ...begun, first, second }
}
