const key = 'heng.organisation'

/** Remembers where `/` leads next time. */
export const rememberOrganisation = (slug: string): void => {
  try {
    localStorage.setItem(key, slug)
  } catch {
    // Storage may be refused; `/` then leads to the first organisation.
  }
}

export const lastOrganisation = (): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
