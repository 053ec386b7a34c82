/** The site map: every address, on one screen. */
import { agreementDecide } from './pages/agreement-decide.ts'
import { agreementExport } from './pages/agreement-export.ts'
import { agreementShow } from './pages/agreement-show.ts'
import { annotationBegin, annotationList } from './pages/annotation-list.ts'
import { markChange, markReopen, markSet, markWithdraw } from './pages/annotation-mark.ts'
import { annotationMove, judgementSet } from './pages/annotation-move.ts'
import { annotationShow } from './pages/annotation-show.ts'
import { articleArchive, articleUnarchive } from './pages/article-archive.ts'
import { articleCodes } from './pages/article-codes.ts'
import { articleCorrections, correctionRule } from './pages/article-corrections.ts'
import { articleCreate } from './pages/article-create.ts'
import { articleDetails, articleDetailsEdit } from './pages/article-details.ts'
import { articleExport } from './pages/article-export.ts'
import { articleNew } from './pages/article-new.ts'
import { articleQualityShow } from './pages/article-quality.ts'
import { articlePurge, articlePurgeAsk } from './pages/article-purge.ts'
import { articleReview } from './pages/article-review.ts'
import { articleState } from './pages/article-state.ts'
import { authorshipShow } from './pages/authorship-show.ts'
import { batchApply, batchChoose, batchDrop, batchResume, batchStop, batchUndo } from './pages/batch-choose.ts'
import { batchCreate, batchNew } from './pages/batch-new.ts'
import { batchList } from './pages/batch-list.ts'
import { batchShow } from './pages/batch-show.ts'
import { checkList } from './pages/check-list.ts'
import { checkSet, checkShow } from './pages/check-show.ts'
import { correctionsExport } from './pages/corrections-export.ts'
import { deskOpen } from './pages/desk-open.ts'
import { dismissalList, dismissalSet } from './pages/dismissal-set.ts'
import { dismissalWithdraw } from './pages/dismissal-withdraw.ts'
import { draftDiscard, draftKeep } from './pages/draft-keep.ts'
import { effortKeep } from './pages/effort-keep.ts'
import { effortExport, effortForget, effortShow } from './pages/effort-show.ts'
import { findingAccept } from './pages/finding-accept.ts'
import { findingDismiss } from './pages/finding-dismiss.ts'
import { findingsFind, findingsShow } from './pages/findings-find.ts'
import { flagChange, flagDismiss, flagPlace, flagReopen, flagWithdraw } from './pages/flag-change.ts'
import { flagList, flagSet } from './pages/flag-set.ts'
import { flagNew } from './pages/flag-new.ts'
import { flagShow } from './pages/flag-show.ts'
import { importCreate, importNew } from './pages/import-create.ts'
import { importList } from './pages/import-list.ts'
import { importColumns, importDrop, importShow, importStart } from './pages/import-show.ts'
import { healthShow } from './pages/health-show.ts'
import { historyShow } from './pages/history-show.ts'
import { iconShow } from './pages/icon-show.ts'
import { keysShow } from './pages/keys-show.ts'
import { markPlace } from './pages/mark-place.ts'
import { noticeShow } from './pages/notice-show.ts'
import { pairList } from './pages/pair-list.ts'
import { pairDecide } from './pages/pair-decide.ts'
import { pairShow } from './pages/pair-show.ts'
import { personAsk, personSet } from './pages/person-set.ts'
import { preferencesSet } from './pages/preferences-set.ts'
import { qualityCompare } from './pages/quality-compare.ts'
import { qualityExport } from './pages/quality-export.ts'
import { qualityShow } from './pages/quality-show.ts'
import { qualitySet, qualitySettings } from './pages/quality-settings.ts'
import { queueChange } from './pages/queue-change.ts'
import { queueShow } from './pages/queue-show.ts'
import { revisionRestore, revisionUndo } from './pages/revision-take-back.ts'
import { revisionSave } from './pages/revision-save.ts'
import { revisionGo, revisionShow } from './pages/revision-show.ts'
import { termExport } from './pages/term-export.ts'
import { termImport, termImportAsk } from './pages/term-import.ts'
import { termList } from './pages/term-list.ts'
import { ruleCreate, ruleNew } from './pages/rule-new.ts'
import { termCreate, termNew } from './pages/term-new.ts'
import { termPropose } from './pages/term-propose.ts'
import { termDecide, termEdit, termShow } from './pages/term-show.ts'
import { translationAdd } from './pages/translation-add.ts'
import { correctionsOffer, translationsCompare } from './pages/translations-compare.ts'
import type { Place } from './page.ts'

export const siteMap: readonly Place[] = [
  { path: '/', get: queueShow },
  { path: '/articles', post: articleCreate },
  { path: '/articles/new', get: articleNew },
  { path: '/articles/many', post: queueChange },
  { path: '/articles/:id', get: articleReview },
  { path: '/articles/:id/desk', get: deskOpen },
  { path: '/articles/:id/revisions', get: revisionGo, post: revisionSave },
  { path: '/articles/:id/revisions/:number', get: revisionShow },
  { path: '/articles/:id/restore', post: revisionRestore },
  { path: '/articles/:id/undo', post: revisionUndo },
  { path: '/articles/:id/drafts/:tab', put: draftKeep, post: draftKeep, delete: draftDiscard },
  { path: '/articles/:id/flags', get: flagList, post: flagSet },
  { path: '/articles/:id/flags/new', get: flagNew },
  { path: '/articles/:id/findings', get: findingsShow, post: findingsFind },
  { path: '/articles/:id/findings/accept', post: findingAccept },
  { path: '/articles/:id/findings/dismiss', get: findingDismiss },
  { path: '/articles/:id/dismissals', get: dismissalList, post: dismissalSet },
  { path: '/articles/:id/codes', get: articleCodes, post: markPlace },
  { path: '/articles/:id/corrections', get: articleCorrections, post: correctionRule },
  { path: '/articles/:id/annotations', get: annotationList, post: annotationBegin },
  { path: '/articles/:id/agreement', get: agreementShow, post: agreementDecide },
  { path: '/articles/:id/agreement/export', get: agreementExport },
  { path: '/articles/:id/history', get: historyShow },
  { path: '/articles/:id/authorship', get: authorshipShow },
  { path: '/articles/:id/notice', get: noticeShow },
  { path: '/articles/:id/quality', get: articleQualityShow },
  { path: '/articles/:id/effort', put: effortKeep, post: effortKeep },
  { path: '/articles/:id/export', get: articleExport },
  { path: '/articles/:id/details', get: articleDetails, post: articleDetailsEdit },
  { path: '/articles/:id/translations', get: translationsCompare, post: translationAdd, files: 'any' },
  { path: '/articles/:id/translations/offer', post: correctionsOffer },
  { path: '/articles/:id/state', post: articleState },
  { path: '/articles/:id/archive', post: articleArchive },
  { path: '/articles/:id/unarchive', post: articleUnarchive },
  { path: '/articles/:id/purge', get: articlePurgeAsk, post: articlePurge },
  { path: '/flags/:id', get: flagShow, post: flagChange },
  { path: '/flags/:id/dismiss', post: flagDismiss },
  { path: '/flags/:id/reopen', post: flagReopen },
  { path: '/flags/:id/withdraw', post: flagWithdraw },
  { path: '/flags/:id/place', post: flagPlace },
  { path: '/annotations/:id', get: annotationShow },
  { path: '/annotations/:id/flags', post: markSet },
  { path: '/annotations/:id/flags/:flag', post: markChange },
  { path: '/annotations/:id/flags/:flag/withdraw', post: markWithdraw },
  { path: '/annotations/:id/flags/:flag/reopen', post: markReopen },
  { path: '/annotations/:id/judgements', post: judgementSet },
  { path: '/annotations/:id/state', post: annotationMove },
  { path: '/dismissals/:id/withdraw', post: dismissalWithdraw },
  { path: '/corrections', get: pairList, post: ruleCreate },
  { path: '/corrections/new', get: ruleNew },
  { path: '/corrections/export', get: correctionsExport },
  { path: '/corrections/:id', get: pairShow },
  { path: '/corrections/:id/decide', post: pairDecide },
  { path: '/quality', get: qualityShow },
  { path: '/quality/compare', get: qualityCompare },
  { path: '/quality/export', get: qualityExport },
  { path: '/quality/effort', get: effortShow },
  { path: '/quality/effort/export', get: effortExport },
  { path: '/quality/effort/forget', post: effortForget },
  { path: '/quality/settings', get: qualitySettings, post: qualitySet },
  { path: '/checks', get: checkList },
  { path: '/checks/:check', get: checkShow, post: checkSet },
  { path: '/terms', get: termList, post: termCreate },
  { path: '/terms/new', get: termNew },
  { path: '/terms/export', get: termExport },
  { path: '/terms/import', get: termImportAsk, post: termImport, files: 'texts' },
  { path: '/terms/proposals', post: termPropose },
  { path: '/terms/:id', get: termShow, post: termEdit },
  { path: '/terms/:id/status', post: termDecide },
  { path: '/batches', get: batchList, post: batchCreate },
  { path: '/batches/new', get: batchNew },
  { path: '/batches/:id', get: batchShow },
  { path: '/batches/:id/hits', post: batchChoose },
  { path: '/batches/:id/apply', post: batchApply },
  { path: '/batches/:id/undo', post: batchUndo },
  { path: '/batches/:id/stop', post: batchStop },
  { path: '/batches/:id/resume', post: batchResume },
  { path: '/batches/:id/drop', post: batchDrop },
  { path: '/imports', get: importList, post: importCreate, files: 'any' },
  { path: '/imports/new', get: importNew },
  { path: '/imports/:id', get: importShow },
  { path: '/imports/:id/start', post: importStart },
  { path: '/imports/:id/drop', post: importDrop },
  { path: '/imports/:id/files/:file/columns', post: importColumns },
  { path: '/person', get: personAsk, post: personSet },
  { path: '/preferences', post: preferencesSet },
  { path: '/keys', get: keysShow },
  { path: '/health', get: healthShow },
  { path: '/icon.svg', get: iconShow },
]
