/** Towns of German-speaking countries, as Swedish writes them: data/names-towns.tsv. */
import { readRows } from '../data/read.ts'

const countries = new Set(['DE', 'AT', 'CH'])

let known: readonly string[] | undefined

export const germanTowns = (): readonly string[] =>
  (known ??= readRows('names-towns.tsv')
    .filter(([country = '']) => countries.has(country))
    .flatMap(([, towns = '']) => towns.split(', ')))
