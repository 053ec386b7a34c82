import type { ActionId } from '../../wire/shortcuts.ts'
import type { Context } from './context.ts'
import { standsOffered } from './finding-acts.ts'
import { actionOf, digitOf, singleKeysOn, type Place } from './keys.ts'

const isField = (element: Element): boolean =>
  element.closest('input, textarea, select, dialog, [role="combobox"], [role="listbox"]') !== null

/** Enter and Space belong to the button they are pressed on. */
const isPressable = (element: Element): boolean => element.closest('button, a[href], summary, [role="option"]') !== null

const placeOf = (context: Context, target: Element): Place => {
  if (document.querySelector('dialog[open]') !== null || isField(target)) return 'field'
  return context.mode.writing && context.views.corrected.dom.contains(target) ? 'writing' : 'reading'
}

/** One listener for all keys of the page, before the texts get them. */
export const listenToKeys = (context: Context, act: (id: ActionId, digit: number) => void): void => {
  document.addEventListener(
    'keydown',
    event => {
      if (event.isComposing || event.getModifierState('AltGraph')) return
      const target = event.target instanceof Element ? event.target : document.body
      const place = placeOf(context, target)
      const isPlain = !(event.shiftKey || event.altKey || event.ctrlKey || event.metaKey)
      if (place === 'writing' && event.key === 'Enter' && isPlain && standsOffered(context)) {
        event.preventDefault()
        event.stopPropagation()
        return context.say(context.t.done.writeOver)
      }
      const action = actionOf(event, place, singleKeysOn())
      if (action === null) {
        const typing = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
        if (place === 'reading' && typing && context.views.corrected.contentDOM.contains(target)) {
          event.preventDefault()
          event.stopPropagation()
          context.say(context.t.done.pressI)
        }
        return
      }
      if (event.key === 'Enter' && isPressable(target)) return
      if (action === 'read' && !context.mode.writing) return
      event.preventDefault()
      event.stopPropagation()
      act(action, digitOf(event))
    },
    { capture: true },
  )
}
