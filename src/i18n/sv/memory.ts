/** What corrections have taught, and what a person decides about it. */
export const memory = {
  title: 'Minnet',
  /** why a rule is refused: after a colon */
  tooWide: {
    wideSigns: 'tecken utan ord finns i varje text',
    wideNumber: 'ett tal hör till sin artikel',
    wideLetter: 'en enda bokstav är inget ord',
    wideWord: 'ordet finns i nästan varje text',
    wideWords: 'orden finns i nästan varje text',
  },
}
