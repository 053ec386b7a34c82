/** The termbase. */
export const terms = {
  title: 'Termer',
}
