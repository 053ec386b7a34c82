import { pageShortcuts } from '../../wire/page-shortcuts.ts'

type Action = (typeof pageShortcuts)[number]['id']

/** Is the key meant for a field, a button or a link, rather than for the page? */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const isCheckbox = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === 'checkbox'

/** Keys that buttons and links have their own use for. */
const takesEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(A|BUTTON|SUMMARY)$/.test(target.tagName)

/**
 * Single keys act by the list in `wire/page-shortcuts.ts`; never while typing, nor with Ctrl, Alt or Meta held. Where the desk is
 * open its own keys hold.
 */
export function onKeys(handlers: Partial<Record<Action, () => void>>): void {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    if (document.documentElement.classList.contains('desk-open') || localStorage.getItem('rp-single-keys') === 'off')
      return
    if (isTyping(event.target) && !isCheckbox(event.target)) return
    const shortcut = pageShortcuts.find(({ keys }) => (keys as readonly string[]).includes(event.key))
    const handler = shortcut && handlers[shortcut.id]
    if (!handler || (event.key === 'Enter' && takesEnter(event.target))) return
    event.preventDefault()
    handler()
  })
}
