import type { AnyRecord } from '@heng/web-kit'
import { asset } from '../../contract/index.ts'

const empty = (value: unknown): boolean => value === null || value === undefined || value === ''
const fields = Object.entries(asset.fields).filter(([, field]) => field.kind !== 'json').map(([name]) => name)

/** Fields in which at least one of the records says something, and whether the records say different things. */
export const comparedFields = (rows: readonly Pick<AnyRecord, string>[]): readonly { readonly name: string; readonly differs: boolean }[] =>
  fields
    .filter((name) => rows.some((row) => !empty(row[name])))
    .map((name) => ({ name, differs: new Set(rows.map((row) => JSON.stringify(row[name] ?? null))).size > 1 }))

/** The record that says most; the older one of equals. That is the one proposed to stay. */
export const fullest = <R extends { readonly reference: string } & Readonly<Record<string, unknown>>>(rows: readonly R[]): R => {
  const said = (row: R) => fields.filter((name) => !empty(row[name])).length
  return rows.toSorted((a, b) => said(b) - said(a) || (a.reference < b.reference ? -1 : 1))[0]!
}
