/**
 * What Express and EJS do with a page of a given size and nothing behind it: the yardstick of bench/pages.ts. Its rows are rendered and
 * escaped at each request; its template is compiled once. Run: node bare-server.ts BYTES ROWS
 */
import express from 'express'
import ejs from 'ejs'

const [bytes = 0, rows = 1] = process.argv.slice(2).map(Number)
const words =
  'Polisen i Niedersachsen ryckte ut 32 545 gånger under året, och «många» av larmen gällde brott & trafik. '
const template = '<!doctype html><title><%= title %></title>\n<% for (const row of rows) { %><p><%= row %></p>\n<% } %>'
const render = ejs.compile(template)
const page = (length: number): string => {
  const row = words.repeat(Math.ceil(length / words.length)).slice(0, length)
  return render({ title: 'Bare', rows: Array.from({ length: rows }, () => row) })
}

/** Characters of a row, so that the page has the bytes asked for; å and & take more than one. */
let length = 1
for (let step = 1 << 20; step >= 1; step >>= 1) if (Buffer.byteLength(page(length + step)) <= bytes) length += step

const app = express()
app.get('/', (_request, response) => void response.type('html').send(page(length)))
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(
    JSON.stringify({ address: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` }),
  )
})
