/** A thread that measures one translation, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { diffByLines, diffTexts } from '../../text/diff/index.ts'
import { giveWay } from '../give-way.ts'
import { deriveMeasure } from './derive-measure.ts'
import type { Asked } from './measure-apart.ts'

giveWay()
const { fixed, inDetail, ...grown } = workerData as Asked
const derived = deriveMeasure(grown, (fixed ? diffByLines : diffTexts)(grown.mt, grown.head))
parentPort?.postMessage(inDetail ? derived : { ...derived, paragraphs: [] })
