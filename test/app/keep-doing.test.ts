/** Work that goes on in the background. */
import { keepDeriving, keepDoing } from '../../src/app/keep-doing.ts'

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 5))
}

describe('work that is kept up', () => {
  test('is done one thing at a time, and looked for again after a pause', async () => {
    let [left, now, most] = [5, 0, 0]
    const next = async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise(resolve => setTimeout(resolve, 1))
      now -= 1
      return left-- > 0
    }
    const kept = keepDoing(next, { pause: 1, what: 'nothing', log: () => undefined })
    await until(() => left <= -2)
    await kept.stop()
    expect([most, now]).toEqual([1, 0])
  })

  test('is ended within what it is at, which is told that it is to stop, and nothing is said of it', async () => {
    const lines: string[] = []
    let begun = 0
    const next = (stopped: AbortSignal) =>
      new Promise<boolean>((_, reject) => {
        begun += 1
        stopped.addEventListener('abort', () => reject(new Error('broken off')))
      })
    const kept = keepDoing(next, { pause: 1, what: 'nothing', log: line => lines.push(line) })
    await until(() => begun === 1)
    await kept.stop()
    expect([begun, lines]).toEqual([1, []])
  })

  test('rests where all of it fails, and can be ended in the middle of that', async () => {
    const lines: string[] = []
    const next = () => Promise.reject(new Error('the database is away'))
    const kept = keepDoing(next, { pause: 1, what: 'nothing was done', log: line => lines.push(line) })
    await until(() => lines.length > 0)
    await kept.stop()
    expect(lines).toEqual(['nothing was done: the database is away'])
  })
})

describe('what is derived of translation after translation', () => {
  const deriving = (over: Partial<Parameters<typeof keepDeriving>[0]> = {}) => {
    const [waits, done, lines] = [new Set(['a', 'b', 'c']), [] as string[], [] as string[]]
    let otherwise = 0
    const kept = keepDeriving(
      {
        waiting: (limit, but) => Promise.resolve([...waits].filter(id => !but.includes(id)).slice(0, limit)),
        derive: id => {
          if (id === 'b') return Promise.reject(new Error('it cannot be read'))
          done.push(id)
          waits.delete(id)
          return Promise.resolve()
        },
        otherwise: () => Promise.resolve(++otherwise < 2),
        failed: id => `${id} was not derived`,
        ...over,
      },
      { pause: 1, what: 'nothing was derived', log: line => lines.push(line) },
    )
    return { kept, waits, done, lines, idle: () => otherwise }
  }

  test('leaves out one that fails, tells it once, and does the others and what there is besides', async () => {
    const { kept, waits, done, lines, idle } = deriving()
    await until(() => idle() > 3)
    await kept.stop()
    expect([done, [...waits], lines]).toEqual([['a', 'c'], ['b'], ['b was not derived: it cannot be read']])
  })

  test('blames no translation for a database that is away', async () => {
    let looks = 0
    const { kept, lines, done } = deriving({
      waiting: () => (looks++ === 0 ? Promise.resolve(['b']) : Promise.reject(new Error('no answer'))),
    })
    await until(() => lines.length > 0)
    await kept.stop()
    expect([done, lines]).toEqual([[], ['nothing was derived: no answer']])
  })
})
