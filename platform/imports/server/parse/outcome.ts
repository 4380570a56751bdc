/** What a cell turned out to be: a value, or the reason why it is none. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly params?: Readonly<Record<string, unknown>> }

export type Parser = (text: string) => Outcome

export const value = (it: unknown): Outcome => ({ ok: true, value: it })
export const refuse = (code: string, params?: Readonly<Record<string, unknown>>): Outcome => ({ ok: false, code, params })
