/** How long a page waits for what the checks find before it is given without, ms. */
export const patience = 150
