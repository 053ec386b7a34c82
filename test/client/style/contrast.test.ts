/** What charts are drawn with stands out from its ground, in the light and in the dark: WCAG 2.2, 1.4.11, asks for 3 to 1. */
import { readFileSync } from 'node:fs'

const css = (file: string): string =>
  readFileSync(new URL(`../../../src/client/style/${file}`, import.meta.url), 'utf8')
const [tokens, charts] = [css('tokens.css'), css('chart.css')]

type Colour = readonly [number, number, number]
const colour = (hex: string): Colour => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour

/** A token in the light and in the dark. */
function both(name: string): readonly [Colour, Colour] {
  const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens) ?? []
  return [colour(light), colour(dark)]
}

/** Of WCAG 2.2: relative luminance, 0 to 1. */
function luminance(rgb: Colour): number {
  const [r, g, b] = rgb.map(value => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Colour
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: Colour, b: Colour): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const papers = both('paper')
const drawn = [...new Set([...charts.matchAll(/(?:fill|stroke): var\(--([\w-]+)\)/g)].map(match => match[1] ?? ''))]
  // lines behind the figures, which say nothing by themselves, and what is the paper itself
  .filter(name => name !== 'rule' && name !== 'paper')

test.each(drawn)('%s on paper', name => {
  for (const [n, ink] of both(name).entries()) expect(contrast(ink, papers[n]!)).toBeGreaterThanOrEqual(3)
})

test('the edge of a band, which one sees through', () => {
  const opacity = Number(/stroke-opacity: ([\d.]+)/.exec(charts)?.[1])
  for (const [n, ink] of both('by-1').entries()) {
    const paper = papers[n]!
    const edge = ink.map((value, i) => opacity * value + (1 - opacity) * paper[i]!) as unknown as Colour
    expect(contrast(edge, paper)).toBeGreaterThanOrEqual(3)
  }
})

test('there are colours to look at', () => expect(drawn).toEqual(expect.arrayContaining(['by-1', 'critical', 'minor'])))
