/** Files that are dropped on a form become those of its file field. */
export function watchDropzone(zone: HTMLElement, files: HTMLInputElement): void {
  zone.addEventListener('dragover', event => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    zone.classList.add('over')
  })
  zone.addEventListener('dragleave', () => zone.classList.remove('over'))
  zone.addEventListener('drop', event => {
    zone.classList.remove('over')
    if (!event.dataTransfer || event.dataTransfer.files.length === 0) return
    event.preventDefault()
    files.files = event.dataTransfer.files
  })
}
