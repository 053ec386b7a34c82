import { withDeps } from '../../src/cli/open.ts'
import { readSettings } from '../../src/config.ts'
import { openDesk, type Desk } from './terminal.ts'

let desk: Desk
beforeEach(() => (desk = openDesk()))
afterEach(() => desk.remove())

it('what breaks down in the thread for files is told on the standard error, for every command', async () => {
  const said: string[] = []
  const call = { chosen: () => readSettings(desk.folder, {}), err: (text: string) => void said.push(text) }
  const original = { bytes: new Uint8Array(1), name: 'fil', mapping: undefined }
  const nothing = (async function* () {})()
  const broken = withDeps(call, deps => deps.reader.patch('ingen', original, nothing))
  await expect(broken).rejects.toMatchObject({ code: 'file-defect' })
  expect(said).toEqual([expect.stringMatching(/ingen writes no file back[^]*\n$/)])
})
