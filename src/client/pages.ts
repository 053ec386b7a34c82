/** Small comforts over pages that work without them. */
import { watchBatch } from './pages/batch.ts'
import { watchCopy } from './pages/copy.ts'
import { watchCompare } from './pages/compare.ts'
import { watchImport } from './pages/import.ts'
import { closeMenus } from './pages/menus.ts'
import { watchPlayer, watchSlider } from './pages/play.ts'
import { watchQueue } from './pages/queue.ts'
import { siteKeys } from './pages/site-keys.ts'
import { watchRows } from './pages/walk-rows.ts'

document.documentElement.classList.add('scripted')
siteKeys()
closeMenus()
watchBatch()
watchCopy()
watchQueue()
watchRows()
watchCompare()
watchPlayer()
watchSlider()
watchImport()
