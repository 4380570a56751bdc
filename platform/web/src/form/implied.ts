/** What a field of a form holds, and whether a person has changed it. */
export interface Held {
  readonly value: unknown
  readonly touched: boolean
}

/**
 * Which of the values that follow from a choice are taken: those of fields that are empty or still hold what followed from
 * an earlier choice (`given`), and that nobody has changed by hand.
 */
export const impliedBy = (implies: Readonly<Record<string, string>>, given: Readonly<Record<string, string>>, heldIn: (field: string) => Held): Record<string, string> =>
  Object.fromEntries(Object.entries(implies).filter(([field]) => {
    const { value, touched } = heldIn(field)
    return !touched && (value === undefined || value === null || value === '' || value === given[field])
  }))
