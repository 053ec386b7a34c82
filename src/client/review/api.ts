import type { CorrectionView, RulingRequest } from '../../wire/correction.ts'
import type { Desk } from '../../wire/desk.ts'
import type { DismissalView, DismissRequest, FindingsRequest, FindingsResponse } from '../../wire/finding.ts'
import type { FlagEdit, FlagView, NewFlag } from '../../wire/flag.ts'
import type { MarkList, MarkPlacing } from '../../wire/mark.ts'
import type { DraftRequest, SaveRequest, SaveResponse } from '../../wire/save.ts'
import type { PersonView } from '../../wire/common.ts'

/** The server understood and refused; `message` is its sentence in the reader's language. */
export class Refused extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'Refused'
    this.code = code
  }
}

/** The server was not reached, or answered as none should (5xx): try again later. */
export class Unreached extends Error {
  override readonly name = 'Unreached'
}

export type FlagAct = 'dismiss' | 'reopen' | 'withdraw' | 'place'

export interface Api {
  desk(): Promise<Desk>
  flags(): Promise<readonly FlagView[]>
  save(request: SaveRequest): Promise<SaveResponse>
  keepDraft(tab: string, draft: DraftRequest, leaving: boolean): Promise<unknown>
  discardDraft(tab: string): Promise<unknown>
  setFlag(flag: NewFlag): Promise<FlagView>
  editFlag(id: string, edit: FlagEdit): Promise<FlagView>
  actOnFlag(
    id: string,
    act: FlagAct,
    body: { readonly version: number; readonly reason?: string; readonly from?: number; readonly to?: number },
  ): Promise<FlagView>
  /** what the checks find in the text as it stands here */
  findings(request: FindingsRequest): Promise<FindingsResponse>
  /** what a person says of the category of a saved change */
  rule(request: RulingRequest): Promise<CorrectionView>
  dismissFinding(request: DismissRequest): Promise<DismissalView>
  withdrawDismissal(id: string): Promise<unknown>
  /** puts a code of the file elsewhere. @returns all of them, as they stand in the head */
  placeMark(placing: MarkPlacing): Promise<MarkList>
  introduce(name: string): Promise<PersonView>
}

export const send = async (method: string, url: string, body?: unknown, keepalive = false): Promise<unknown> => {
  let response: Response
  try {
    response = await fetch(url, {
      method,
      keepalive,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: keepalive ? null : AbortSignal.timeout(20_000),
    })
  } catch (cause) {
    throw new Unreached('no answer', { cause })
  }
  const text = await response.text()
  let answer: unknown = null
  try {
    answer = text === '' ? null : (JSON.parse(text) as unknown)
  } catch {
    throw new Unreached(`an answer that is no JSON (${response.status})`)
  }
  if (response.ok || (response.status === 409 && isConflict(answer))) return answer
  const error = (answer as { error?: { code?: string; message?: string } } | null)?.error
  if (response.status >= 500 || error === undefined) throw new Unreached(`status ${response.status}`)
  throw new Refused(error.code ?? '', error.message ?? '')
}

/** A conflict is an answer, not an error, whatever status it comes with. */
const isConflict = (answer: unknown): boolean => (answer as { status?: string } | null)?.status === 'conflict'

/** Bodies above this cannot be sent while the page closes (the Fetch standard's 64 KiB). */
const keepaliveBytes = 60_000

export const httpApi = (article: string, translation: string): Api => {
  const at = (path: string): string => `/articles/${article}/${path}?translation=${translation}`
  return {
    desk: () => send('GET', at('desk')) as Promise<Desk>,
    flags: () => send('GET', at('flags')) as Promise<readonly FlagView[]>,
    save: body => send('POST', at('revisions'), body) as Promise<SaveResponse>,
    keepDraft: (tab, draft, leaving) =>
      send(
        leaving ? 'POST' : 'PUT',
        at(`drafts/${tab}`),
        draft,
        leaving && JSON.stringify(draft).length < keepaliveBytes,
      ),
    discardDraft: tab => send('DELETE', at(`drafts/${tab}`)),
    setFlag: flag => send('POST', at('flags'), flag) as Promise<FlagView>,
    editFlag: (id, edit) => send('POST', `/flags/${id}`, edit) as Promise<FlagView>,
    actOnFlag: (id, act, body) => send('POST', `/flags/${id}/${act}`, body) as Promise<FlagView>,
    findings: body => send('POST', at('findings'), body) as Promise<FindingsResponse>,
    rule: body => send('POST', at('corrections'), body) as Promise<CorrectionView>,
    dismissFinding: body => send('POST', at('dismissals'), body) as Promise<DismissalView>,
    withdrawDismissal: id => send('POST', `/dismissals/${id}/withdraw`, {}),
    placeMark: placing => send('POST', at('codes'), placing) as Promise<MarkList>,
    introduce: name => send('POST', '/person', { name }) as Promise<PersonView>,
  }
}
