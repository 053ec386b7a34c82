import { randomInt } from 'node:crypto'

/** Characters for the time in milliseconds: 36^9 ms reach to the year 5188. */
const timeLength = 9
const randomLength = 7
const alphabet = 36

let lastTime = 0
let lastRandom = 0

/**
 * An id of 16 characters of 0–9 and a–z: the time, then chance. Ids made later compare as greater; within one millisecond this
 * process counts upward from a random start, so that its own ids keep their order.
 */
export function newId(now: number = Date.now()): string {
  if (now > lastTime) {
    lastTime = now
    // the upper half is left free for counting
    lastRandom = randomInt(alphabet ** randomLength / 2)
  } else {
    lastRandom += 1 + randomInt(1000)
  }
  return (
    lastTime.toString(alphabet).padStart(timeLength, '0') + lastRandom.toString(alphabet).padStart(randomLength, '0')
  )
}
