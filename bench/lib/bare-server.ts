/** What Express and EJS do with a page of a given size and nothing behind it: the yardstick of bench/pages.ts. Run: node bare-server.ts BYTES ROWS */
import express from 'express'
import ejs from 'ejs'

const bytes = Number(process.argv[2])
const rows = Number(process.argv[3])
const words =
  'Polisen i Niedersachsen ryckte ut 32 545 gånger under året, och «många» av larmen gällde brott & trafik. '
const row = words
  .repeat(Math.ceil(bytes / rows / words.length))
  .slice(0, Math.max(1, Math.floor(bytes / rows) - '<p></p>\n'.length))
const render = ejs.compile(
  '<!doctype html><title><%= title %></title>\n<% for (const row of rows) { %><p><%= row %></p>\n<% } %>',
)
const app = express()
app.get(
  '/',
  (_request, response) =>
    void response.type('html').send(render({ title: 'Bare', rows: Array.from({ length: rows }, () => row) })),
)
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(
    JSON.stringify({ address: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` }),
  )
})
