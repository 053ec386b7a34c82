type Child = Node | string | null | undefined | false
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>

/** An element: attributes as given, `on…` functions as listeners, `true` as a bare attribute. Text is text, never HTML. */
export const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value !== false) element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== false))
  return element
}

/** Replaces what an element holds. */
export const fillIn = (element: Element, ...children: readonly Child[]): void =>
  element.replaceChildren(...children.filter(child => child !== null && child !== undefined && child !== false))
