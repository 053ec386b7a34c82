/** Files to import, for the tests. */
import { zipParts } from '../../src/formats/lib/zip.ts'
import { usualOptions, type ImportOptions } from '../../src/app/imports/about-file.ts'
import { importView, type ImportView } from '../../src/app/imports/import-view.ts'
import { previewFiles, type Upload } from '../../src/app/imports/preview-files.ts'
import { startImport, takeNextFile } from '../../src/app/imports/run-import.ts'
import type { Newsroom } from './newsroom.ts'

export const upload = (name: string, text: string): Upload => ({ name, bytes: new TextEncoder().encode(text) })

export const zipped = async (name: string, files: readonly Upload[]): Promise<Upload> => ({
  name,
  bytes: await zipParts(files.map(file => [file.name, file.bytes] as const), 0), // prettier-ignore
})

/** XLIFF 1.2 with an inline code in each target. */
export const xliff = (targets: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="nyhet.html" source-language="de" target-language="sv" datatype="html">
    <body>
${targets
  .map(
    (target, i) => `      <trans-unit id="${i + 1}">
        <source>Satz ${i + 1}</source>
        <target>${target}</target>
      </trans-unit>`,
  )
  .join('\n')}
    </body>
  </file>
</xliff>
`

/** Previews files, Anna's. */
export const previewed = async (
  room: Newsroom,
  uploads: readonly Upload[],
  options: Partial<ImportOptions> = {},
): Promise<ImportView> => {
  const { jobId } = await previewFiles(room.deps, room.anna, uploads, { ...usualOptions, ...options })
  return importView(room.deps, jobId)
}

/** Takes files in, to the end. */
export async function imported(
  room: Newsroom,
  uploads: readonly Upload[],
  options: Partial<ImportOptions> = {},
): Promise<ImportView> {
  const { id } = await previewed(room, uploads, options)
  await startImport(room.deps, room.anna, id)
  while (await takeNextFile(room.deps));
  return importView(room.deps, id)
}
