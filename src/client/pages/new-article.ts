import { watchDropzone } from './dropzone.ts'

/** New article: files can be dropped anywhere on the form, and are sent one by one, each with its progress. */
export function watchNewArticle(): void {
  const form = document.querySelector<HTMLFormElement>('#new-article')
  const zone = document.querySelector<HTMLElement>('#dropzone')
  const files = form?.querySelector<HTMLInputElement>('#files')
  const list = document.querySelector<HTMLElement>('#uploads')
  if (!form || !zone || !files || !list) return
  watchDropzone(zone, files)
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

type Fields = Readonly<Record<string, string>>

/** Sends a file; what seems to be there already is not stored before somebody has said what it is. */
const send = (form: HTMLFormElement, item: HTMLElement, file: File): Promise<void> =>
  post(form, item, file, { unlessAlike: '1' })

/** XMLHttpRequest, for fetch does not tell how far a body has got. */
function post(form: HTMLFormElement, item: HTMLElement, file: File, more: Fields): Promise<void> {
  const { name } = file
  const body = new FormData(form)
  body.delete('files')
  for (const field of ['title', 'sourceText', 'text']) body.delete(field)
  for (const [field, value] of Object.entries(more)) body.append(field, value)
  body.append('files', file)
  const progress = document.createElement('progress')
  progress.setAttribute('aria-label', name)
  item.replaceChildren(filled(form.dataset['uploading'], { name }), progress)
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.setRequestHeader('Accept', 'application/json')
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) [progress.max, progress.value] = [event.total, event.loaded]
    })
    request.addEventListener('loadend', () => {
      tell(form, item, file, read(request.responseText))
      resolve()
    })
    request.send(body)
  })
}

function tell(form: HTMLFormElement, item: HTMLElement, file: File, result: Result | null): void {
  const { done, failed, lost = '' } = form.dataset
  const { name } = file
  const [article] = result?.articles ?? []
  const [alike] = article?.alike ?? []
  const reason = result?.error?.message ?? article?.error?.message
  if (article?.articleId !== undefined)
    item.replaceChildren(linkTo(`/articles/${article.articleId}`, filled(done, { name })))
  else if (alike) ask(form, item, file, alike)
  else item.textContent = filled(failed, { name, reason: reason ?? lost })
}

/** Asks what a file is that was recognised. */
function ask(form: HTMLFormElement, item: HTMLElement, file: File, alike: AlikeArticle): void {
  const { alike: looksLike, asTranslation = '', asNew = '' } = form.dataset
  const button = (label: string, fields: Fields): HTMLButtonElement => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = label
    made.addEventListener('click', () => void post(form, item, file, fields))
    return made
  }
  const choices = [
    ...(alike.same ? [] : [button(asTranslation, { asTranslationOf: alike.articleId })]),
    button(asNew, {}),
  ]
  const [before = '', after = ''] = filled(looksLike, { name: file.name }).split('{title}')
  item.replaceChildren(before, linkTo(`/articles/${alike.articleId}`, alike.title), after, ' ', ...choices)
}

function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = href
  link.textContent = text
  return link
}

interface AlikeArticle {
  readonly articleId: string
  readonly title: string
  readonly same: boolean
}

interface Result {
  readonly error?: { readonly message?: string }
  readonly articles?: readonly {
    readonly articleId?: string
    readonly error?: { readonly message?: string }
    readonly alike?: readonly AlikeArticle[]
  }[]
}

function read(text: string): Result | null {
  try {
    return JSON.parse(text) as Result
  } catch {
    return null
  }
}
