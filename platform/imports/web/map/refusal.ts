import type { FieldIssue } from '@heng/contract'
import type { Mapping } from '../../contract/index.ts'
import { fieldOf } from './draft.ts'

/** Where on the page a reason against a mapping stands: at a column, at a value for new records, at the key. */
export type Place = `column ${number}` | `default ${string}` | 'key'

/** Reasons against a mapping that was sent: at their places, and those that have none. */
export interface Refusal {
  readonly placed: ReadonlyMap<Place, string>
  readonly rest: readonly string[]
}

const placeOf = (path: string, { columns }: Mapping): Place | undefined => {
  const [, part, ...rest] = path.split('.')
  const name = rest.join('.')
  if (part === 'matchBy') return 'key'
  if (part === 'defaults' && name !== '') return `default ${name}`
  const column = part === 'columns' ? columns[Number.parseInt(name, 10)]?.column : undefined
  return column === undefined ? undefined : `column ${column}`
}

const said = (place: Place, mapping: Mapping): unknown => {
  const [part, name = ''] = place.split(' ')
  return part === 'key' ? mapping.matchBy.join() : part === 'column' ? fieldOf(mapping, Number(name)) : mapping.defaults[name]
}

/** Reasons of the server, each at its place until what was refused there has been changed. */
export const refusalOf = (issues: readonly FieldIssue[], sent: Mapping, now: Mapping): Refusal => {
  const placed = new Map<Place, string>()
  const rest: string[] = []
  for (const { path, message } of issues) {
    const place = placeOf(path, sent)
    if (place === undefined) rest.push(message)
    else if (said(place, sent) === said(place, now)) placed.set(place, [...new Set([placed.get(place), message].filter(Boolean))].join(' '))
  }
  return { placed, rest }
}

const idOf = (place: Place): string => `im-refused-${place.replace(' ', '-')}`

/** For the control at a place: says that it is refused, and where the reason stands. */
export const refusedProps = ({ placed }: Refusal, place: Place) =>
  placed.has(place) ? { 'aria-invalid': true, 'aria-describedby': idOf(place), status: 'error' as const } : {}

export const refusedText = ({ placed }: Refusal, place: Place) => ({ id: idOf(place), text: placed.get(place) })
