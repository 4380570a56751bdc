/** The languages of the product. Every text exists in both; a missing one does not compile. */
export const locales = ['en', 'zh-CN'] as const
export type Locale = (typeof locales)[number]

/** A text in every language of the product. */
export type Text = Readonly<Record<Locale, string>>

/** A text as it is kept: one that a person wrote stays as it is, one that the product wrote is there in every language. */
export type Wording = string | Text

export const wordingIn = (locale: Locale, wording: Wording): string => (typeof wording === 'string' ? wording : wording[locale])

/** The same in every language of the product, a person's own words unchanged. */
export const inBoth = (wording: Wording): Text => (typeof wording === 'string' ? { en: wording, 'zh-CN': wording } : wording)

/** Adds something to a text in the way of each language. */
export const reworded = (wording: Wording, to: (text: string, locale: Locale) => string): Text => {
  const { en, 'zh-CN': zh } = inBoth(wording)
  return { en: to(en, 'en'), 'zh-CN': to(zh, 'zh-CN') }
}

/** Several names as each language lists them. */
export const listed = (locale: Locale, names: readonly string[]): string => names.join(locale === 'en' ? ', ' : '、')

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)

/** Picks the first language of an Accept-Language header (RFC 9110 §12.5.4) that the product speaks. */
export const negotiateLocale = (header: string | undefined, fallback: Locale = 'en'): Locale => {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';')
      const q = params.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean)
      return { tag: tag.toLowerCase(), q: q === undefined ? 1 : Number(q) }
    })
    .filter(({ tag, q }) => tag !== '' && q > 0)
    .toSorted((a, b) => b.q - a.q)
  for (const { tag } of ranked) {
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return fallback
}

/** Fills `{name}` placeholders of a message. Unknown placeholders stay visible so that a mistake shows. */
export const fill = (message: string, params: Readonly<Record<string, unknown>> = {}): string =>
  message.replace(/\{(\w+)\}/g, (whole, key: string) => (key in params ? String(params[key]) : whole))

/** Same keys as the English catalogue, any wording: what a translation must satisfy. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> }
