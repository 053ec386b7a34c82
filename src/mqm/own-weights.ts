/** Weights of one's own, as they are written in JSON and in a form. */
import { z } from 'zod'
import { isEnterable } from '../text/entry.ts'
import { severities, type Severity } from './annotation.ts'
import { dimensions, isCategory } from './typology.ts'
import { namedKinds, type WeighedCategory, type WeightScheme } from './weights.ts'

/** More would say that one error is worth a whole text, and leaves no room for the others. */
export const heaviest = 1000

const weight = z.number().min(0).max(heaviest)

const weighed: ReadonlySet<string> = new Set([...dimensions, ...namedKinds])
const category = z.custom<WeighedCategory>(id => typeof id === 'string' && (weighed.has(id) || isCategory(id)), {
  error: `neither a category nor a dimension of ours, nor ${namedKinds.join(', ')}`,
})

const grow = (of: Readonly<Record<Severity, number>>): boolean =>
  severities.every((severity, i) => of[severity] >= of[severities[i - 1] ?? severity])

/**
 * A number for each severity, none lighter than a milder one, and exceptions, none twice:
 *
 *     {"severities": {"neutral": 0, "minor": 1, "major": 5, "critical": 10},
 *      "exceptions": [{"category": "style", "weight": 0.5}, {"category": "accuracy/omission", "severity": "major", "weight": 8}]}
 */
export const ownWeights = z
  .strictObject({
    name: z.string().trim().max(100).refine(isEnterable, 'characters that are none').default(''),
    severities: z
      .strictObject({ neutral: weight, minor: weight, major: weight, critical: weight })
      .refine(grow, 'a severity is lighter than a milder one'),
    exceptions: z
      .array(z.strictObject({ category, severity: z.enum(severities).optional(), weight }))
      .max(500)
      .refine(
        all => new Set(all.map(one => `${one.category} ${one.severity ?? '*'}`)).size === all.length,
        'an exception stands there twice',
      )
      .default([]),
  })
  .transform(({ name, severities, exceptions }): WeightScheme => ({
    id: 'own',
    name,
    source: '',
    note: '',
    severities,
    exceptions,
  }))
