import { registerOperations, type AnyNoun, type Label, type Noun, type Page, type RecordBase } from '@heng/contract'
import { apiFor, type Api } from './api.ts'

/** A row of any noun: what every record carries plus its own fields, read by key. */
export type AnyRow = RecordBase & Readonly<Record<string, unknown>>
export type AnyPage = Page<AnyRow>
export type AnyRecord = AnyRow & { readonly labels: Readonly<Record<string, Label>> }

export type RegisterContract = ReturnType<typeof registerOperations>
export type RegisterApi = Api<RegisterContract>

const apis = new Map<string, RegisterApi>()

/**
 * The operations that every register has, for a noun known only at run time. The query keys start with the noun's
 * name, so they are the same as those of a room's own `apiFor({ [noun.name]: … })`.
 */
export const registerApi = (noun: AnyNoun, path: string): RegisterApi => {
  const key = `${noun.name} ${path}`
  const known = apis.get(key)
  if (known !== undefined) return known
  const operations = registerOperations(noun as unknown as Noun, `/${path}`)
  const api = (apiFor({ [noun.name]: operations }) as unknown as Record<string, RegisterApi>)[noun.name]!
  apis.set(key, api)
  return api
}
