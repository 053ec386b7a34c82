/** What of what a keyboard does writes or deletes: how many, never what. */

/** Of a `keydown`. */
export interface KeyDown {
  readonly key: string
  readonly repeat: boolean
  readonly isComposing: boolean
  /** AltGr, which some keyboards tell as Ctrl and Alt */
  readonly altGraph: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  readonly meta: boolean
}

/** Of a `beforeinput`: its kind, and how many characters it brings. */
export interface BeforeInput {
  readonly inputType: string
  readonly length: number
}

const deleting = new Set(['Backspace', 'Delete'])
/** Keys that have no name of their own are told by what they write: input methods, and the keyboards of phones. */
const unnamed = new Set(['Unidentified', 'Process', ''])

const writes = ({ key }: KeyDown): boolean => [...key].length === 1 || key === 'Enter' || key === 'Dead'

/**
 * Counts keystrokes. A key that is named counts when it goes down, once however long it is held; what no named key has written counts by
 * its characters. Chords do not count, nor does what is pasted, dropped, replaced by the spelling check or undone.
 */
export class Keystrokes {
  /** the input that follows is a key's that was counted */
  #counted = false
  /** characters of a composition so far */
  #composing = 0

  /** @returns how many it counts for, 0 or 1 */
  down(event: KeyDown): number {
    this.#counted = false
    if (event.isComposing || unnamed.has(event.key)) return 0
    if (!writes(event) && !deleting.has(event.key)) return 0
    // Ctrl+Backspace deletes as well as Backspace does
    const chord = event.meta || ((event.ctrl || event.alt) && !event.altGraph)
    this.#counted = true
    return event.repeat || (chord && !deleting.has(event.key)) ? 0 : 1
  }

  up(): void {
    this.#counted = false
  }

  /** A composition begins, on so many characters that stand there. */
  composes(length: number): void {
    this.#composing = length
  }

  before({ inputType, length }: BeforeInput): number {
    const composing = this.#composing
    if (inputType === 'insertCompositionText') this.#composing = length
    if (this.#counted) {
      this.#counted = false
      return 0
    }
    switch (inputType) {
      case 'insertCompositionText':
        return Math.max(1, Math.abs(length - composing))
      case 'insertText':
        return Math.max(1, length)
      case 'insertParagraph':
      case 'insertLineBreak':
      case 'deleteContentBackward':
      case 'deleteContentForward':
      case 'deleteWordBackward':
      case 'deleteWordForward':
        return 1
      default:
        return 0
    }
  }
}
