import { MulterError } from 'multer'
import { Problem } from '../../errors.ts'

/** What body-parser, Express and busboy throw: an error with a status and a type. */
interface Refusal {
  readonly status?: unknown
  readonly type?: unknown
  readonly message?: unknown
}

/** Turns what was thrown into what a person can be told; null for a defect of the program, which is logged and says no more. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error
  if (error instanceof URIError) return new Problem('address-malformed')
  if (error instanceof MulterError)
    return new Problem(
      error.code === 'LIMIT_FILE_SIZE' || error.code === 'LIMIT_FIELD_VALUE'
        ? 'text-too-large'
        : error.code.startsWith('LIMIT')
          ? 'body-too-large'
          : 'body-malformed',
    )
  if (typeof error !== 'object' || error === null) return null
  const { status, type, message } = error as Refusal
  if (status === 413 || type === 'parameters.too.many') return new Problem('body-too-large')
  if (status === 415) return new Problem('media-type-refused', { type: '' })
  if (status === 400) return new Problem('body-malformed')
  // busboy's and multer's own, without a status
  if (
    typeof message === 'string' &&
    /^(Request aborted$|Multipart: |Malformed part header|Unexpected end of (form|file)|Missing content-type|Unsupported content type)/.test(
      message,
    )
  )
    return new Problem('body-malformed')
  return null
}
