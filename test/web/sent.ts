import type { Site } from './site.ts'

/** A form is answered by another page: where it is. */
export async function sentTo(site: Site, path: string, fields: object, cookie?: string): Promise<string> {
  const answer = await site.form(path, fields, cookie).expect(303)
  return answer.headers['location'] ?? ''
}
