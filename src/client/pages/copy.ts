/** Buttons that put what an address answers on the clipboard, and say so in their own words. */
export function watchCopy(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const name = button.textContent
    button.addEventListener('click', () => {
      const { copy = '', copied = '', failed = '' } = button.dataset
      fetch(copy)
        .then(response => (response.ok ? response.text() : Promise.reject(new Error(String(response.status)))))
        .then(text => navigator.clipboard.writeText(text))
        .then(
          () => (button.textContent = copied),
          () => (button.textContent = failed),
        )
        .finally(() => setTimeout(() => (button.textContent = name), 2500))
    })
  }
}
