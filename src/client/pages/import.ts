import { watchDropzone } from './dropzone.ts'

/** How long is waited between two looks at the progress, ms. */
const between = 700

/** Imports: files can be dropped, and the page follows what becomes of them. */
export function watchImport(): void {
  const form = document.querySelector<HTMLFormElement>('#new-import')
  const zone = form?.querySelector<HTMLElement>('#dropzone')
  const files = form?.querySelector<HTMLInputElement>('#files')
  if (form && zone && files) {
    watchDropzone(zone, files)
    form.addEventListener('submit', () => {
      const told = form.querySelector('#sending')
      if (told) told.textContent = form.dataset['sending'] ?? ''
    })
  }
  followProgress()
}

/** Looks how far it has got; where it ends the page is read anew. */
function followProgress(): void {
  const box = document.querySelector<HTMLElement>('.progress[data-import]')
  const bar = box?.querySelector('progress')
  const told = box?.querySelector('#progress-told')
  if (!bar || !told) return
  const look = async (): Promise<void> => {
    const response = await fetch(location.href, { headers: { accept: 'application/json' } }).catch(() => null)
    if (response?.ok) {
      const now = (await response.json()) as {
        readonly busy: boolean
        readonly done: number
        readonly all: number
        readonly told: string
      }
      if (!now.busy) return location.reload()
      if (now.all > 0) [bar.max, bar.value] = [now.all, now.done]
      if (told.textContent !== now.told) told.textContent = now.told
    }
    setTimeout(() => void look(), between)
  }
  setTimeout(() => void look(), between)
}
