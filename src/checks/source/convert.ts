/** Is a value in one unit the value of the other in its own, rounded as newspapers do? */
import type { Mention } from './mention.ts'
import type { Unit } from './vocabulary.ts'

/** 5 miles are 8 kilometres, 10 feet 3 metres: within so much. Durations are not rounded. */
const tolerance = 0.09
const exact = 0.001

const near = (a: number, b: number, within: number): boolean =>
  Math.abs(a - b) <= within * Math.max(Math.abs(a), Math.abs(b))

/** Yards and metres are taken for each other. */
const tolerant = 0.1
const isImperial = (unit: Unit): boolean => unit.id === 'yard'

const isDegree = ({ id, dimension }: Unit): boolean => id === 'degree' || dimension === 'temperature'

/** Temperatures, and differences between them; English degrees are Fahrenheit's where it does not say. */
const fromFahrenheit = (a: number, unitA: Unit, b: number, unitB: Unit): boolean =>
  unitA.id !== 'celsius' &&
  unitB.id !== 'fahrenheit' &&
  (Math.abs(((a - 32) * 5) / 9 - b) <= 1.5 || near((a * 5) / 9, b, tolerant))

function same(a: number, unitA: Unit, b: number, unitB: Unit): boolean {
  if (isDegree(unitA) && isDegree(unitB))
    return fromFahrenheit(a, unitA, b, unitB) || fromFahrenheit(b, unitB, a, unitA)
  if (unitA.dimension !== unitB.dimension || unitA.dimension === '-') return false
  const loose = unitA.dimension === 'duration' || unitA.dimension === 'span' || unitA.dimension === 'data'
  return near(
    a * unitA.factor,
    b * unitB.factor,
    loose ? exact : isImperial(unitA) || isImperial(unitB) ? tolerant : tolerance,
  )
}

export const isConverted = (a: Mention, b: Mention): boolean =>
  a.value !== null &&
  b.value !== null &&
  a.units.some(unitA =>
    b.units.some(
      unitB => (unitA.id !== unitB.id || unitA.id === 'degree') && same(a.value ?? 0, unitA, b.value ?? 0, unitB),
    ),
  )

/** `degrees` alone may be either kind. */
const vague = (a: Unit, b: Unit): boolean => isDegree(a) && isDegree(b) && (a.id === 'degree' || b.id === 'degree')

/** Do both say what they count in, and say different things? */
export const unitsDiffer = (a: Mention, b: Mention): boolean =>
  a.units.length > 0 &&
  b.units.length > 0 &&
  !a.units.some(unitA => b.units.some(unitB => unitA.id === unitB.id || vague(unitA, unitB))) &&
  !isConverted(a, b)

export const sharesUnit = (a: Mention, b: Mention): boolean =>
  a.units.some(unitA => b.units.some(unitB => unitA.id === unitB.id))
