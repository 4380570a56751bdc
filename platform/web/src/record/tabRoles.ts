/**
 * Ant Design names the whole bar a tablist, the button to tabs that find no room included, which a tablist may not hold
 * (WAI-ARIA 1.2, required owned elements). The role belongs to the list of tabs inside.
 */
export const mendTabRoles = (place: HTMLElement | null): void => {
  const bar = place?.querySelector('.ant-tabs-nav[role="tablist"]')
  const list = bar?.querySelector('.ant-tabs-nav-list')
  if (bar == null || list == null) return
  for (const name of ['role', 'aria-orientation']) {
    list.setAttribute(name, bar.getAttribute(name) ?? '')
    bar.removeAttribute(name)
  }
}
