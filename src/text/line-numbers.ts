import { firstWhere } from './first-where.ts'

/** The number of the line that a place lies in, from 0. @param text of which places in UTF-16 code units are asked for, in any order */
export function lineNumbers(text: string): (at: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return at => firstWhere(starts, start => start > at) - 1
}
