/** A sentence in both languages of the product. */
export interface Text {
  en: string
  'zh-CN': string
}

/** Builds a {@link Text}. */
export function text(en: string, zh: string): Text {
  return { en, 'zh-CN': zh }
}

const PRINTED = 200

/**
 * Prepares foreign text for an error message: control and bidirectional marks (which could forge lines in a
 * terminal) become visible escapes, and anything beyond 200 characters is cut.
 */
export function printable(value: string): string {
  const cut = value.length > PRINTED ? `${value.slice(0, PRINTED)}…` : value
  return cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`)
}
