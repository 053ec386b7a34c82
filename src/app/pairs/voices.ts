import type { Voices } from '../../store/pairs.ts'
import { ruleOf, voiceOf } from './voice.ts'

/** What the store asks of pairs as it counts them: whether one can be a rule, and how loud it speaks then. */
export const voices: Voices = {
  anchor: (before, after) => ruleOf(before, after).anchor,
  voice: ({ before_text: before, after_text: after, near, ...pair }) =>
    voiceOf({ ...pair, before, after, near: JSON.parse(near) as string[] }),
}
