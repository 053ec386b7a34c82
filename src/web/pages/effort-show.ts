import { effortOfSet } from '../../app/effort/effort-of.ts'
import { effortCsv } from '../../app/effort/export-effort.ts'
import { effortKept, forgetEffort } from '../../app/effort/forget-effort.ts'
import { readQualitySettings } from '../../app/gate/quality-settings.ts'
import { reportChoices } from '../../app/quality/report-choices.ts'
import { Problem } from '../../errors.ts'
import { messages } from '../../i18n/index.ts'
import { effortAddress } from '../address.ts'
import { csvStyleFor } from '../csv-style.ts'
import { field, oneOf, writer } from '../form.ts'
import type { Ask, Page } from '../page.ts'
import { aboutQuery, askedAbout } from '../quality-query.ts'
import { effortTables } from '../view/effort-told.ts'
import { filterFields, periodRefusal } from '../view/quality-filter.ts'

/** As of a report; but where no state is asked for, work that is not finished counts too. By person only where that is asked for. */
function asked(ask: Ask) {
  const { about, refused } = askedAbout(ask)
  return {
    about: ask.query.get('states') === null ? { ...about, states: 'all' as const } : about,
    persons: ask.query.get('persons') === '1',
    refused,
  }
}

/** What the work costs, by month and system; what is counted of it and why; and where it can be deleted. */
export const effortShow: Page = async ask => {
  const { about, persons, refused } = asked(ask)
  const { deps, language } = ask
  const [report, { effort }, choices, kept] = await Promise.all([
    refused ? null : effortOfSet(deps, { about, persons }),
    readQualitySettings(deps.store.db),
    reportChoices(deps),
    effortKept(deps),
  ])
  const query = { ...aboutQuery(about), states: about.states }
  return {
    kind: 'page',
    view: 'effort-show',
    status: refused ? 400 : 200,
    data: report,
    model: {
      title: messages(language).effort.title,
      effort,
      fields: filterFields(language, about, choices),
      refusal: refused && periodRefusal(language, about, refused),
      asked: persons,
      filtered: ask.query.size > 0,
      tables: report && effortTables(language, report),
      measured: report !== null && report.all.sittings > 0,
      withPersons: effortAddress('', { ...query, persons: 1 }),
      withoutPersons: effortAddress('', query),
      exports: (['csv', 'json'] as const).map(format => ({
        format,
        address: effortAddress('export', { ...query, persons: persons ? 1 : null, format }),
      })),
      kept,
    },
  }
}

/** The same as a file. */
export const effortExport: Page = async ask => {
  const format = oneOf('format', ['csv', 'json'], ask.query.get('format') ?? 'csv')
  const { about, persons } = asked({ ...ask, program: true })
  const report = await effortOfSet(ask.deps, { about, persons })
  return {
    kind: 'file',
    body: format === 'csv' ? effortCsv(report, csvStyleFor(ask)) : `${JSON.stringify(report, null, 2)}\n`,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    disposition: `attachment; filename="effort.${format}"`,
  }
}

/** Deletes all that was ever kept of effort, where `confirm` is 1. */
export const effortForget: Page = async ask => {
  if (field(ask, 'confirm') !== '1') throw new Problem('field-invalid', { field: 'confirm' })
  const sittings = await forgetEffort(ask.deps, await writer(ask))
  return { kind: 'go', to: effortAddress(), notice: ['effortForgotten', sittings], data: { sittings } }
}
