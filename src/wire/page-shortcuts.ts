/** The single keys of the pages besides the desk; `client/pages/` obeys them, `/keys` lists them. They never fire while typing. */
export const pageShortcuts = [
  { id: 'down', keys: ['j'] },
  { id: 'up', keys: ['k'] },
  { id: 'open', keys: ['Enter'] },
  { id: 'choose', keys: ['x'] },
  { id: 'nextChange', keys: ['n'] },
  { id: 'previousChange', keys: ['p'] },
  { id: 'later', keys: ['.'] },
  { id: 'earlier', keys: [','] },
  { id: 'play', keys: ['r'] },
  { id: 'search', keys: ['/'] },
  { id: 'keys', keys: ['?'] },
] as const
