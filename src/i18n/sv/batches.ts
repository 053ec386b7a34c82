/** One correction in many articles: preview, choice, undo. */
export const batches = {
  title: 'Rättat överallt',
}
