import type { KeyboardEvent } from 'react'

const links = (list: Element): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-work-link]')]

/**
 * Moves through the entries of the inbox with the arrow keys, Home and End; `act` gets any other key together with the
 * entry that has the focus. Keys with modifiers and keys inside fields are left alone (WCAG 2.2, 2.1.4).
 */
export const moveOnKey = (event: KeyboardEvent<HTMLElement>, act: (key: string, id: string) => boolean): void => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const target = event.target as HTMLElement
  if (target.dataset['workLink'] === undefined) return
  const all = links(event.currentTarget)
  const at = all.indexOf(target)
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
  if (next !== undefined) {
    all[Math.min(all.length - 1, Math.max(0, next))]?.focus()
    event.preventDefault()
  } else if (act(event.key.toLowerCase(), target.dataset['workLink'])) event.preventDefault()
}
