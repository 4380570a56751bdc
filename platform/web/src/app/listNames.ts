/**
 * Names the lists that Ant Design's selects open after the field that they belong to: its lists have none, and a list
 * without a name is “list” to whoever does not see where it opened. One observer for the document, which only looks while
 * a select is open.
 */
export const nameOpenLists = (): void => {
  let open: HTMLInputElement | null = null
  const name = () => {
    const id = open?.getAttribute('aria-controls')
    const list = id == null ? null : document.getElementById(id)
    if (open === null || list === null || list.getAttribute('role') !== 'listbox' || list.hasAttribute('aria-label')) return
    const text = open.getAttribute('aria-label') ?? open.labels?.[0]?.textContent ?? open.placeholder
    if (text !== '') list.setAttribute('aria-label', text)
  }
  new MutationObserver((changes) => {
    for (const { type, target } of changes) {
      if (type === 'attributes' && target instanceof HTMLInputElement && target.role === 'combobox') open = target.ariaExpanded === 'true' ? target : open === target ? null : open
    }
    name()
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-expanded'] })
}
