import { axisOf, linearScale } from '../../../../src/web/view/chart/scale.ts'

test('numbers stand where their share of the domain is, also on a range that runs backwards', () => {
  const y = linearScale([0, 50], [164, 10])
  expect([y(0), y(50), y(25)]).toEqual([164, 10, 87])
})

test.each([
  ['whole steps', [3, 17], {}, [0, 5, 10, 15, 20]],
  ['a narrow range far from nought', [91.2, 93.9], {}, [91, 92, 93, 94]],
  ['tenths', [0.12, 0.38], {}, [0.1, 0.2, 0.3, 0.4]],
  ['below nought', [-3.9, -2.8, 0], {}, [-4, -3, -2, -1, 0]],
  ['thousands', [120, 4800], {}, [0, 2000, 4000, 6000]],
  ['no number', [], {}, [0, 0.5, 1]],
  ['one number has room on both sides', [20], {}, [19, 19.5, 20, 20.5, 21]],
  ['one that is nought, and cannot be less', [0], { least: 0 }, [0, 0.5]],
  ['not beyond what there is', [97.5, 99.8], { most: 100 }, [97, 98, 99, 100]],
] as const)('an axis: %s', (_name, numbers, bounds, ticks) => {
  const axis = axisOf(numbers, bounds)
  expect(axis.ticks).toEqual(ticks)
  expect(axis.domain).toEqual([ticks[0], ticks.at(-1)])
})

test('an axis has as many decimals as tell its ticks apart', () => {
  expect([axisOf([3, 17]).digits, axisOf([0.12, 0.38]).digits, axisOf([0.001, 0.004]).digits]).toEqual([0, 1, 3])
})

test('every number has room on its axis, whatever they are', () => {
  for (let n = 1; n < 400; n += 1) {
    const numbers = [Math.sin(n) * 10 ** ((n % 9) - 3), Math.cos(3 * n) * 10 ** ((n % 7) - 2)]
    const { domain, ticks } = axisOf(numbers)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(domain[0] - 1e-9)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(domain[1] + 1e-9)
    expect(ticks.length).toBeGreaterThan(1)
    expect(ticks.length).toBeLessThan(8)
  }
})
