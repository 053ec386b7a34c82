import express, { type RequestHandler } from 'express'
import multer from 'multer'
import { Problem } from '../../errors.ts'
import type { Limits } from '../../formats/limits.ts'
import type { Files } from '../page.ts'

/** More files in one drop than anyone means to send. */
const mostFiles = 200

/**
 * Reads the body by its content type; what is none of JSON, form and (where files are taken) multipart is refused with 415.
 * @param textBytes the largest text; a body may be larger by what its encoding adds
 * @param takes what files are taken, if any
 */
export function bodyReaders(
  textBytes: number,
  takes: Files | undefined,
  limits: Pick<Limits, 'bytes' | 'unpackedBytes'>,
): readonly RequestHandler[] {
  const fileSize = takes === 'any' ? limits.bytes : textBytes
  const json = express.json({ limit: Math.ceil(textBytes * 2.4) + 100_000, strict: true })
  // å is %C3%A5 in a form: three bytes for each byte of UTF-8
  const form = express.urlencoded({ extended: false, limit: textBytes * 3 + 100_000, parameterLimit: 1000 })
  const files = multer({
    storage: multer.memoryStorage(),
    // Clients send file names as UTF-8, whatever the standard of 1998 says.
    defParamCharset: 'utf8',
    limits: {
      fileSize,
      files: mostFiles,
      // of each file that was recognised its text, title and what it is come again
      fields: mostFiles * 4 + 50,
      fieldSize: textBytes + 1000,
      parts: mostFiles * 5 + 50,
    },
  }).array('files', mostFiles)
  const known: RequestHandler = (request, _response, next) => {
    const sent = request.headers['content-type']
    const hasBody =
      request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
    const readable = request.is(takes ? ['json', 'urlencoded', 'multipart'] : ['json', 'urlencoded'])
    next(hasBody && !readable ? new Problem('media-type-refused', { type: sent ?? '' }) : undefined)
  }
  // all files of a request are in memory at once
  const bounded: RequestHandler = (request, _response, next) => {
    const size = Number(request.headers['content-length'] ?? 0)
    const most = Math.max(limits.unpackedBytes, textBytes * mostFiles)
    next(size > most ? new Problem('body-too-large') : undefined)
  }
  return takes ? [known, bounded, json, form, files] : [known, json, form]
}
