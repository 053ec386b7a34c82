/**
 * What a page is: a function of what is asked to what is answered. It knows no Express; `server.ts` does the asking and answering.
 */
import type { Deps, Person } from '../app/deps.ts'
import type { Language } from '../i18n/index.ts'
import type { NoticeKey } from './notice.ts'

/** What the web needs to know of the settings. */
export interface WebSettings {
  /** largest text that is taken in, in bytes of UTF-8 */
  readonly textBytes: number
  /** folder of the browser's bundle; `build/client` of this checkout where it is not given */
  readonly assetsDir?: string
}

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** A file as it was sent; `name` is what the sender calls it. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Ask {
  readonly deps: Deps
  readonly settings: WebSettings
  /** path and query, as asked; what forms come back to */
  readonly url: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** the parsed JSON or form; `{}` where nothing was sent */
  readonly body: unknown
  /** was the body JSON? then the answer is JSON too */
  readonly sentJson: boolean
  readonly files: readonly Upload[]
  readonly language: Language
  readonly theme: Theme
  /** this browser, by its cookie */
  readonly browser: string
  readonly person: Person | null
  /** a program asks: answers are JSON */
  readonly program: boolean
  /** HTML was asked for by name, as a person's browser does; a program that names nothing asks for a file as it is */
  readonly browsing: boolean
  /** ends when whoever asked has gone without waiting for the answer */
  readonly gone: AbortSignal
  readonly setCookie: (name: CookieName, value: string, seconds?: number) => void
}

export type CookieName = 'rp_browser' | 'rp_person' | 'rp_language' | 'rp_theme' | 'rp_notice'

export type Answer =
  /** `data` is what a program gets instead of the page */
  | {
      readonly kind: 'page'
      readonly view: string
      readonly model: object
      readonly status?: number
      readonly data?: unknown
      /** parts that were drawn before, in UTF-8, by the names under which the view puts them: `v.put('grid')` */
      readonly drawn?: Readonly<Record<string, Uint8Array>>
    }
  | { readonly kind: 'data'; readonly data: unknown; readonly status?: number }
  /** after a write: people are sent to a page (303), programs get `data` */
  | {
      readonly kind: 'go'
      readonly to: string
      readonly notice?: readonly [NoticeKey, number?]
      readonly data?: unknown
      readonly status?: number
    }
  | {
      readonly kind: 'file'
      readonly body: string | Uint8Array
      readonly mediaType: string
      readonly disposition?: string
      readonly cache?: boolean
    }
  /** a file that is made while it is sent, no faster than it is taken; what makes it is ended where the asker has gone */
  | {
      readonly kind: 'stream'
      readonly pieces: AsyncIterable<string>
      readonly mediaType: string
      readonly disposition: string
    }

export type Page = (ask: Ask) => Promise<Answer> | Answer

export const methods = ['get', 'post', 'put', 'delete'] as const
export type Method = (typeof methods)[number]

/** What files an address takes: texts, or whatever can be imported, which may be larger. */
export type Files = 'texts' | 'any'

/** One address and what answers there. Any other method is a 405 by itself. */
export type Place = { readonly path: string; readonly files?: Files } & { readonly [M in Method]?: Page }
