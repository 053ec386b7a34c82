/** What corrections have taught, and what a person decides about it. */
export const memory = {
  title: 'Minnet',
}
