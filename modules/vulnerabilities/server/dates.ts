const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of an instant where the organisation is, as YYYY-MM-DD. */
export const dayIn = (timezone: string, at: Date): string => {
  const known = formats.get(timezone)
  if (known !== undefined) return known.format(at)
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timezone, made)
  return made.format(at)
}
