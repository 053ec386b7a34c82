/** What was corrected: the browser, its concordance, and the categories proposed. */
export const corrections = {
  title: 'Rättelser',
}
