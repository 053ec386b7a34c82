import type { Messages } from '../messages.ts'

export const fileStates: Messages['fileStates'] = {
  title: 'States in the file',
  stage: {
    open: 'not finished',
    review: 'needs review',
    translated: 'translated',
    reviewed: 'reviewed',
    approved: 'approved',
    rejected: 'rejected',
    other: 'another state',
  },
  stages: {
    open: { one: 'not finished', other: 'not finished' },
    review: { one: 'needs review', other: 'need review' },
    translated: { one: 'translated', other: 'translated' },
    reviewed: { one: 'reviewed', other: 'reviewed' },
    approved: { one: 'approved', other: 'approved' },
    rejected: { one: 'rejected', other: 'rejected' },
    other: { one: 'in another state', other: 'in another state' },
  },
  inFile: 'in the file: {states}',
  ofAll: '{n} of {all}',
  locked: 'locked in the program of the file',
  detailsIntro:
    'How far the paragraphs of {file} had come when the file was read. Here an article is approved by whoever reviews it: what the file says does not change its state.',
}
