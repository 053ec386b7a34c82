/** New article: files can be dropped anywhere on the form, and are sent one by one, each with its progress. */
export function watchNewArticle(): void {
  const form = document.querySelector<HTMLFormElement>('#new-article')
  const zone = document.querySelector<HTMLElement>('#dropzone')
  const files = form?.querySelector<HTMLInputElement>('#files')
  const list = document.querySelector<HTMLElement>('#uploads')
  if (!form || !zone || !files || !list) return
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
  form.addEventListener('submit', event => {
    const chosen = [...(files.files ?? [])]
    const pasted = form.querySelector<HTMLTextAreaElement>('#text')?.value.trim() ?? ''
    // One text or one file goes as the form it is; several are sent one by one.
    if (chosen.length < 2 || pasted !== '') return
    event.preventDefault()
    files.value = ''
    void sendAll(form, list, chosen)
  })
}

async function sendAll(form: HTMLFormElement, list: HTMLElement, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const item = document.createElement('li')
    list.append(item)
    await send(form, item, file)
  }
}

const filled = (sentence: string | undefined, values: Readonly<Record<string, string>>): string =>
  (sentence ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/** XMLHttpRequest, for fetch does not tell how far a body has got. */
function send(form: HTMLFormElement, item: HTMLElement, file: File): Promise<void> {
  const { uploading, done, failed, lost = '' } = form.dataset
  const { name } = file
  const body = new FormData(form)
  body.delete('files')
  for (const field of ['title', 'sourceText', 'text']) body.delete(field)
  body.append('files', file)
  const progress = document.createElement('progress')
  progress.setAttribute('aria-label', name)
  item.append(filled(uploading, { name }), progress)
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.setRequestHeader('Accept', 'application/json')
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) [progress.max, progress.value] = [event.total, event.loaded]
    })
    request.addEventListener('loadend', () => {
      const result = read(request.responseText)
      const [article] = result?.articles ?? []
      const reason = result?.error?.message ?? article?.error?.message
      if (article?.articleId === undefined) item.textContent = filled(failed, { name, reason: reason ?? lost })
      else {
        const link = document.createElement('a')
        link.href = `/articles/${article.articleId}`
        link.textContent = filled(done, { name })
        item.replaceChildren(link)
      }
      resolve()
    })
    request.send(body)
  })
}

interface Result {
  readonly error?: { readonly message?: string }
  readonly articles?: readonly { readonly articleId?: string; readonly error?: { readonly message?: string } }[]
}

function read(text: string): Result | null {
  try {
    return JSON.parse(text) as Result
  } catch {
    return null
  }
}
