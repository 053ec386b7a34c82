/** A newer or another translation of an article: what became of its flags and corrections. */
export const again = {
  title: 'Samma artikel igen',
}
