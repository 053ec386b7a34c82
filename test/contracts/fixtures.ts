import { readFileSync } from 'node:fs'

/** Files of a format, of our own writing, by their names in `test/formats/fixtures/ID`. */
export const fixturesOf =
  (id: string) =>
  (name: string): Uint8Array =>
    new Uint8Array(readFileSync(new URL(`../formats/fixtures/${id}/${name}`, import.meta.url)))
