import { checksVersion, correctionsVersion, measuringVersion, voicesVersion } from '../../src/app/checks-version.ts'

describe('the version of what is worked out by itself', () => {
  it.each(Object.entries({ checksVersion, correctionsVersion, measuringVersion, voicesVersion }))(
    '%s reads every file that it names',
    async (_, version) => {
      expect(await version()).toMatch(/^[\w-]{12}$/)
    },
  )
})
