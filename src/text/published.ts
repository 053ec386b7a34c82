/** Addresses of articles, in one form for what is the same page. */

/** What newsletters, networks and advertisers hang onto an address; it says where a reader came from, not what is read. */
const tracking =
  /^(?:utm_\w+|mtm_\w+|pk_\w+|at_\w+|hsa_\w+|wt_\w+|wt\.\w+|_ga|_gl|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|cmpid|cmp|xtor|s_cid|spm|ref|ref_src|referrer|share|sharetype|shareid|social|source)$/iu

/**
 * An address without its scheme, `www.`, trailing slash, fragment and what tracks its readers; the rest of the query in order. What
 * is no web address is itself, in small letters. Null where it is empty, or names a site and no page.
 */
export function pageOf(address: string): string | null {
  const given = address.trim()
  if (given === '') return null
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/iu.test(given) ? given : `https://${given}`)
  if (!url || !/^https?:$/u.test(url.protocol) || !url.hostname.includes('.')) return given.toLowerCase()
  const query = [...url.searchParams].filter(([name]) => !tracking.test(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  const path = url.pathname.replace(/\/(?:index\.(?:html?|php))?$/iu, '')
  if (path === '' && query.length === 0) return null
  const asked = query.length === 0 ? '' : `?${new URLSearchParams(query).toString()}`
  return `${url.hostname.replace(/^www\./u, '')}${path}${asked}`
}
