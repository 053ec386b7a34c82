import type { Page } from '../page.ts'

/** The pen and the line it draws under a word. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M20.5 4.5 27 11 12.5 25.5 5 27l1.5-7.5z" fill="#c3281f"/><path d="m5 27 1.5-7.5 6 6z" fill="#f3d9b8"/><path d="m5 27 .7-3.3 2.6 2.6z" fill="#5b1410"/><path d="M15 29h13" stroke="#c3281f" stroke-width="2.4" stroke-linecap="round"/></svg>`

export const iconShow: Page = () => ({ kind: 'file', body: icon, mediaType: 'image/svg+xml', cache: true })
