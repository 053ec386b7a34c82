import { confirmFlagPlace } from '../../app/flags/confirm-flag-place.ts'
import { dismissFlag } from '../../app/flags/dismiss-flag.ts'
import { editFlag } from '../../app/flags/edit-flag.ts'
import { reopenFlag } from '../../app/flags/reopen-flag.ts'
import { withdrawFlag } from '../../app/flags/withdraw-flag.ts'
import { flagEdit, type FlagView } from '../../wire/flag.ts'
import { flagAddress } from '../address.ts'
import { field, fields, numberField, parsed, writer } from '../form.ts'
import type { NoticeKey } from '../notice.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { flagId } from '../which.ts'

const done = (flag: FlagView, notice: NoticeKey): Answer => ({
  kind: 'go',
  to: flagAddress(flag.id),
  notice: [notice],
  data: flag,
})

/** Who does it to which flag, at which version where the sender says what they saw. */
const deed = async (ask: Ask) => ({
  flagId: flagId(ask),
  version: fields(ask)['version'] === undefined ? undefined : numberField(ask, 'version'),
  person: await writer(ask),
})

export const flagChange: Page = async ask => {
  const { version, ...who } = await deed(ask)
  return done(await editFlag(ask.deps, who, parsed(flagEdit, { ...fields(ask), version })), 'flagEdited')
}

export const flagDismiss: Page = async ask =>
  done(await dismissFlag(ask.deps, { ...(await deed(ask)), reason: field(ask, 'reason') }), 'flagDismissed')

export const flagReopen: Page = async ask => done(await reopenFlag(ask.deps, await deed(ask)), 'flagReopened')

export const flagWithdraw: Page = async ask => done(await withdrawFlag(ask.deps, await deed(ask)), 'flagWithdrawn')

/** The words of an orphaned flag found again: a person says that they are the ones meant. */
export const flagPlace: Page = async ask =>
  done(
    await confirmFlagPlace(ask.deps, {
      ...(await deed(ask)),
      from: numberField(ask, 'from'),
      to: numberField(ask, 'to'),
    }),
    'flagPlaced',
  )
