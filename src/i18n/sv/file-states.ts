/** How far the file that an article came in says that each segment had come. */
export const fileStates = {
  title: 'Läge i filen',
  stage: {
    open: 'ej klart',
    review: 'ska granskas',
    translated: 'översatt',
    reviewed: 'granskat',
    approved: 'godkänt',
    rejected: 'underkänt',
    other: 'annat läge',
  },
  /** of several, after a number */
  stages: {
    open: { one: 'ej klart', other: 'ej klara' },
    review: { one: 'ska granskas', other: 'ska granskas' },
    translated: { one: 'översatt', other: 'översatta' },
    reviewed: { one: 'granskat', other: 'granskade' },
    approved: { one: 'godkänt', other: 'godkända' },
    rejected: { one: 'underkänt', other: 'underkända' },
    other: { one: 'i annat läge', other: 'i annat läge' },
  },
  inFile: 'i filen: {states}',
  ofAll: '{n} av {all}',
  locked: 'låst i filens program',
  detailsIntro:
    'Så långt hade styckena i {file} kommit när filen lästes in. Här godkänns artikeln av den som granskar den: det som står i filen ändrar inte artikelns läge.',
}
