/** What was corrected: the browser, its concordance, and the categories proposed. */
export const corrections = {
  title: 'Rättelser',
  /** of the article's own page and of the rail; `origins`: why a category is proposed, by what is known or by the rule that holds */
  article: {
    origins: {
      person: 'Någon har angett den',
      flag: 'Så var orden flaggade',
      finding: 'En godtagen anmärkning säger det',
      term: 'Husets term sattes in',
      moved: 'Ett helt stycke har flyttats',
      layout: 'Bara rad- eller styckebrytningar skiljer',
      'number-format': 'Samma tal, skrivet på annat sätt',
      joined: 'Samma bokstäver, hopskrivna eller särskrivna',
      spacing: 'Bara mellanrum skiljer',
      punctuation: 'Bara skiljetecken skiljer',
      case: 'Bara stora och små bokstäver skiljer',
      number: 'Ett tal har ändrats',
      'function-word': 'Ett småord har satts in, strukits eller bytts',
      deletion: 'Ord har strukits',
      insertion: 'Ord har satts in',
      order: 'Samma ord i annan ordning',
      grammar: 'Samma ord i annan form',
      spelling: 'En eller två bokstäver skiljer',
      untranslated: 'De ersatta orden är inte svenska',
      name: 'Ett namn har bytts mot ett annat',
      wording: 'Ordalydelsen har bytts, och ingen närmare regel gäller',
    },
  },
}
