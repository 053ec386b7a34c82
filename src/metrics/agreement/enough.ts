/** How many units it takes before an α says anything. */

/** What α has to reach before conclusions are drawn, tentative ones (Krippendorff 2004, chapter 11). */
const leastAlpha = 0.667
/** of the standard normal distribution: one time in twenty is risked that α is taken for above, and is not */
const z = 1.645
const coders = 2

/**
 * Units that two annotators must have judged both, so that an α that is found acceptable is so with 95 % certainty (Bloch & Kraemer 1989,
 * Biometrics 45, formula 3.7, as Krippendorff, Content Analysis, chapter 11, has it): 60 where two values are as common, more where one is rare.
 * @param share of a value among all, above 0 and below 1
 */
export const unitsNeeded = (share: number): number =>
  Math.ceil(
    coders *
      z ** 2 *
      (((1 + leastAlpha) * (3 - leastAlpha)) / (4 * (1 - leastAlpha) * share * (1 - share)) - leastAlpha),
  )

/** The least that is ever needed. */
export const fewestUnits = unitsNeeded(0.5)

/** Groups to draw from: of fewer they are all too often the same ones, and an interval says that it is sure where it is not (docs/decisions/0036). */
export const fewestDrawn = 5

/** Spans of both together: of fewer, one more or less moves F1 by more than 0.03. */
export const fewestSpans = 30
