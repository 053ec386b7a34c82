/** How long somebody worked and how much was typed, by a clock that the test sets. */
import { Refused, Unreached } from '../../src/client/review/api.ts'
import { OtherPages, tellOthersEvery } from '../../src/client/effort/pages.ts'
import { Keystrokes, type KeyDown } from '../../src/client/effort/keystrokes.ts'
import { Reporter, tellEvery } from '../../src/client/effort/reporter.ts'
import { lookEvery, pauseLimit, Sitting, type Counts } from '../../src/client/effort/sitting.ts'

/** A sitting whose page looks at the clock as often as the real one. */
function sittingAt(visible = true) {
  let time = 1000
  const sitting = new Sitting(() => time, visible)
  return {
    sitting,
    wait: (ms: number) => {
      for (let left = ms; left > 0; left -= lookEvery) {
        time += Math.min(left, lookEvery)
        sitting.look()
      }
    },
    sleep: (ms: number) => void (time += ms),
  }
}

const minute = 60_000

describe('active time', () => {
  it('is all of it while something is done before the limit of a pause', () => {
    const { sitting, wait } = sittingAt()
    for (let i = 0; i < 6; i++) {
      wait(20_000)
      sitting.did()
    }
    expect(sitting.counts()).toEqual({ activeMs: 2 * minute, openMs: 2 * minute, keystrokes: 0, elapsedMs: 2 * minute })
  })

  it('has of a longer pause no more than the limit, however long', () => {
    const { sitting, wait } = sittingAt()
    wait(10 * minute)
    expect(sitting.counts()).toMatchObject({ activeMs: pauseLimit, openMs: 10 * minute })
    sitting.did()
    wait(5000)
    expect(sitting.counts()).toMatchObject({ activeMs: pauseLimit + 5000, openMs: 10 * minute + 5000 })
  })

  it('ends when the page goes out of sight, and begins again when it is back', () => {
    const { sitting, wait } = sittingAt()
    wait(4000)
    sitting.seen(false)
    wait(minute)
    expect(sitting.counts()).toEqual({ activeMs: 4000, openMs: 4000, keystrokes: 0, elapsedMs: minute + 4000 })
    sitting.seen(true)
    wait(3000)
    expect(sitting.counts()).toMatchObject({ activeMs: 7000, openMs: 7000 })
  })

  it('is none of a page that was opened in the background', () => {
    const { sitting, wait } = sittingAt(false)
    wait(minute)
    expect(sitting.counts()).toMatchObject({ activeMs: 0, openMs: 0, elapsedMs: minute })
  })

  it('has nothing of the time in which the machine slept with the page in sight', () => {
    const { sitting, wait, sleep } = sittingAt()
    wait(5000)
    sleep(8 * 60 * minute)
    sitting.did(1)
    wait(2000)
    expect(sitting.counts()).toMatchObject({ activeMs: 7000, openMs: 7000, keystrokes: 1 })
  })

  it('is never more than the open time, and neither is more than what has passed', () => {
    const { sitting, wait } = sittingAt()
    for (const [i, ms] of [7, 31_000, 400, 90_000, 1, 29_999].entries()) {
      wait(ms)
      if (i % 2 === 0) sitting.did(1)
      else sitting.seen(i === 3)
      const { activeMs, openMs, elapsedMs } = sitting.counts()
      expect(activeMs).toBeLessThanOrEqual(openMs)
      expect(openMs).toBeLessThanOrEqual(elapsedMs)
    }
  })
})

describe('two pages in sight at once', () => {
  it('count each minute once: it is that of the one in which something was done last', () => {
    let time = 0
    const [a, b] = [new Sitting(() => time, true), new Sitting(() => time, true)]
    const work = (here: Sitting, there: Sitting, ms: number): void => {
      there.elsewhere()
      here.did(1)
      time += ms
    }
    work(a, b, 12_000)
    work(b, a, 7000)
    work(a, b, 20_000)
    work(b, a, 1000)
    expect([a.counts(), b.counts()]).toEqual([
      { activeMs: 32_000, openMs: 32_000, keystrokes: 2, elapsedMs: 40_000 },
      { activeMs: 8000, openMs: 8000, keystrokes: 2, elapsedMs: 40_000 },
    ])
  })

  it('one that comes back into sight goes on at once', () => {
    const { sitting, wait } = sittingAt()
    sitting.elsewhere()
    wait(9000)
    sitting.seen(false)
    sitting.seen(true)
    wait(2000)
    expect(sitting.counts()).toMatchObject({ activeMs: 2000, openMs: 2000 })
  })

  it('tell each other at once where the other was worked in, else every second at most', () => {
    let time = 0
    const told: number[] = []
    const others = new OtherPages({ postMessage: () => told.push(time) }, () => time)
    for (const [wait, ran] of [
      [0, true],
      [10, true],
      [10, false],
      [900, true],
      [tellOthersEvery, true],
    ] as const) {
      time += wait
      others.did(ran)
    }
    expect(told).toEqual([0, 20, 1920])
  })
})

const plain = { repeat: false, isComposing: false, altGraph: false, ctrl: false, alt: false, meta: false }
const press = (keys: Keystrokes, key: string, more: Partial<KeyDown> = {}): number =>
  keys.down({ ...plain, key, ...more })

describe('keystrokes', () => {
  it.each([['a'], ['Å'], [' '], ['Enter'], ['Backspace'], ['Delete'], ['Dead'], ['😀']])('%s counts', key =>
    expect(press(new Keystrokes(), key)).toBe(1),
  )
  it.each([['ArrowLeft'], ['Escape'], ['Tab'], ['Shift'], ['F3'], ['Home'], ['Unidentified']])('%s does not', key =>
    expect(press(new Keystrokes(), key)).toBe(0),
  )

  it('chords do not count, but for those that delete a word; AltGr is no chord', () => {
    const keys = new Keystrokes()
    expect([
      press(keys, 's', { ctrl: true }),
      press(keys, 'z', { meta: true }),
      press(keys, 'n', { alt: true }),
    ]).toEqual([0, 0, 0])
    expect(press(keys, 'Backspace', { ctrl: true })).toBe(1)
    expect(press(keys, '@', { ctrl: true, alt: true, altGraph: true })).toBe(1)
  })

  it('a key that is held counts once', () => {
    const keys = new Keystrokes()
    expect([press(keys, 'Backspace'), press(keys, 'Backspace', { repeat: true })]).toEqual([1, 0])
  })

  it('what a counted key writes is not counted again', () => {
    const keys = new Keystrokes()
    press(keys, 'a')
    expect(keys.before({ inputType: 'insertText', length: 1 })).toBe(0)
  })

  it('a phone’s keyboard counts by the characters it writes, and a key that deletes is one', () => {
    const keys = new Keystrokes()
    const typed = (inputType: string, length: number): number => {
      press(keys, 'Unidentified')
      const n = keys.before({ inputType, length })
      keys.up()
      return n
    }
    keys.composes(0)
    expect([1, 2, 3].map(length => typed('insertCompositionText', length))).toEqual([1, 1, 1])
    expect(typed('insertText', 6)).toBe(6)
    expect(typed('deleteContentBackward', 0)).toBe(1)
  })

  it('a composition on a word that stands there counts what is changed of it', () => {
    const keys = new Keystrokes()
    keys.composes(8)
    expect(keys.before({ inputType: 'insertCompositionText', length: 9 })).toBe(1)
    expect(press(keys, 'n', { isComposing: true })).toBe(0)
    expect(keys.before({ inputType: 'insertCompositionText', length: 10 })).toBe(1)
  })

  it.each([['insertFromPaste'], ['insertFromDrop'], ['insertReplacementText'], ['historyUndo'], ['deleteByCut']])(
    '%s is no typing',
    inputType => expect(new Keystrokes().before({ inputType, length: 500 })).toBe(0),
  )
})

describe('telling the server', () => {
  function telling(answer: () => Promise<boolean>) {
    let time = 0
    let counts: Counts = { activeMs: 0, openMs: 0, keystrokes: 0, elapsedMs: 0 }
    const sent: (readonly [number, boolean])[] = []
    const reporter = new Reporter({
      now: () => time,
      counts: () => counts,
      send: ({ activeMs }, leaving) => {
        sent.push([activeMs, leaving])
        return answer()
      },
    })
    const work = (ms: number) => {
      time += ms
      counts = { ...counts, activeMs: counts.activeMs + ms, openMs: time, elapsedMs: time }
    }
    return { reporter, sent, work, idle: (ms: number) => void (time += ms) }
  }

  it('is done each minute at most, with the whole sums', async () => {
    const { reporter, sent, work } = telling(() => Promise.resolve(true))
    for (let i = 0; i < 12; i++) {
      work(lookEvery)
      await reporter.look()
    }
    expect(sent).toEqual([
      [tellEvery, false],
      [2 * tellEvery, false],
      [3 * tellEvery, false],
    ])
  })

  it('is not done where nothing was done since, and is done when the page is left', async () => {
    const { reporter, sent, work, idle } = telling(() => Promise.resolve(true))
    work(tellEvery)
    await reporter.look()
    idle(10 * tellEvery)
    await reporter.look()
    await reporter.leave()
    work(500)
    await reporter.leave()
    expect(sent).toEqual([
      [tellEvery, false],
      [tellEvery + 500, true],
    ])
  })

  it('begins with the opening, of which nothing has come yet', async () => {
    const { reporter, sent, work } = telling(() => Promise.resolve(true))
    await reporter.open()
    await reporter.leave()
    work(500)
    await reporter.leave()
    expect(sent).toEqual([
      [0, false],
      [500, true],
    ])
  })

  it('without a server goes on, and tells all of it later', async () => {
    let up = false
    const { reporter, sent, work } = telling(() => (up ? Promise.resolve(true) : Promise.reject(new Unreached('no'))))
    work(tellEvery)
    await reporter.look()
    up = true
    work(tellEvery)
    await reporter.look()
    await reporter.leave()
    expect(sent).toEqual([
      [tellEvery, false],
      [2 * tellEvery, false],
    ])
    expect(reporter.over).toBe(false)
  })

  it.each([
    ['keeps nothing any more', () => Promise.resolve(false)],
    ['refuses', () => Promise.reject(new Refused('article-purged', ''))],
  ])('ends where the house %s', async (_why, answer) => {
    const { reporter, sent, work } = telling(answer)
    work(tellEvery)
    await reporter.look()
    work(tellEvery)
    await reporter.look()
    await reporter.leave()
    expect([sent.length, reporter.over]).toEqual([1, true])
  })
})
