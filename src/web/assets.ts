import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The bundle's addresses, each with the hash of what it holds, so that browsers may keep it for good. */
export interface Assets {
  readonly style: string
  readonly pages: string
  readonly review: string
  readonly annotate: string
  readonly effort: string
}

/** @param folder where the bundle is; a file that is not there (a test without a build) is named without a hash */
export function assetAddresses(folder: string): Assets {
  const address = (name: string): string => {
    try {
      const hash = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('base64url')
        .slice(0, 16)
      return `/assets/${name}?v=${hash}`
    } catch {
      return `/assets/${name}`
    }
  }
  return {
    style: address('style.css'),
    pages: address('pages.js'),
    review: address('review.js'),
    annotate: address('annotate.js'),
    effort: address('effort.js'),
  }
}
