import { fill, locales, type ErrorBody, type HengError, type Locale } from '@heng/contract'
import type { HengModule, ServerMessages } from './module.ts'
import { messages as kitMessages } from '../locales/index.ts'

export interface ErrorTexts {
  readonly errors: Readonly<Record<string, string>>
  readonly hints: Readonly<Record<string, string>>
  /** Names of kinds of work, notices and jobs. */
  readonly kinds: Readonly<Record<string, string>>
  /** What an error may be about: the nouns of all rooms and a few things beside them. */
  readonly things: Readonly<Record<string, string>>
}

/** All error texts of all rooms, per language. */
export const errorTexts = (modules: readonly HengModule[]): Record<Locale, ErrorTexts> =>
  Object.fromEntries(
    locales.map((locale) => {
      const all: ServerMessages[] = [kitMessages, ...modules.flatMap((m) => (m.messages ? [m.messages] : []))].map((m) => m[locale])
      return [
        locale,
        {
          errors: Object.assign({}, ...all.map((m) => m.errors)) as Record<string, string>,
          hints: Object.assign({}, ...all.map((m) => m.hints ?? {})) as Record<string, string>,
          kinds: Object.assign({}, ...all.map((m) => m.kinds ?? {})) as Record<string, string>,
          things: Object.assign({}, ...all.map((m) => ({ ...namesOf(m.nouns), ...m.things }))) as Record<string, string>,
        },
      ]
    }),
  ) as Record<Locale, ErrorTexts>

// In the middle of an English sentence; Chinese has no such letters.
const namesOf = (nouns: ServerMessages['nouns'] = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(nouns).map(([key, { one }]) => [key, /^[A-Z][a-z]/.test(one) ? one[0]!.toLowerCase() + one.slice(1) : one]))

/** The body a caller sees, in the caller's language. A code without text falls back to the code itself. */
export const errorBody = (
  texts: Readonly<Record<Locale, ErrorTexts>>,
  error: HengError,
  locale: Locale,
  requestId: string,
): ErrorBody => {
  const { errors, hints, things } = texts[locale]
  const say = (code: string, params?: Readonly<Record<string, unknown>>) =>
    fill(errors[code] ?? code, typeof params?.what === 'string' ? { ...params, what: things[params.what] ?? things.record } : params)
  const hint = hints[error.code]
  return {
    code: error.code,
    status: error.status,
    message: say(error.code, error.params),
    ...(hint === undefined ? {} : { hint: fill(hint, error.params) }),
    ...(error.fields === undefined
      ? {}
      : { fields: error.fields.map((f) => ({ path: f.path, code: f.code, message: say(`field.${f.code}`, f.params) })) }),
    ...(error.data === undefined ? {} : { data: error.data }),
    requestId,
  }
}
