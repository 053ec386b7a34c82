import { listChecks } from '../../app/findings/list-checks.ts'
import { families } from '../../checks/check.ts'
import { messages } from '../../i18n/index.ts'
import type { Page } from '../page.ts'
import { shapes } from '../view/severity.ts'

/** All checks, by family, with how each has done here. */
export const checkList: Page = async ask => {
  const checks = await listChecks(ask.deps)
  const m = messages(ask.language)
  return {
    kind: 'page',
    view: 'check-list',
    data: checks,
    model: {
      title: m.checks.title,
      groups: families
        .map(family => ({
          family,
          name: m.checks.families[family],
          checks: checks
            .filter(check => check.family === family)
            .map(check => ({ ...check, name: check.title[ask.language], shape: shapes[check.severity] })),
        }))
        .filter(group => group.checks.length > 0),
    },
  }
}
