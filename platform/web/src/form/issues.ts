import { fill, type Field, type FieldIssue } from '@heng/contract'
import type { z } from 'zod'
import type { KitText } from '../text/text.ts'

type Issue = z.core.$ZodIssue

const plain = (value: number | bigint): string => String(value)

const sizeText = (issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, t: KitText['issues']): string => {
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return issue.minimum === 1 ? t.required : fill(t.tooShort, { minimum: plain(issue.minimum) })
    return fill(t.tooSmall, { minimum: plain(issue.minimum) })
  }
  const maximum = plain(issue.maximum)
  if (issue.origin === 'string') return fill(t.tooLong, { maximum })
  return fill(issue.origin === 'array' ? t.tooMany : t.tooBig, { maximum })
}

/** Words for one zod issue of a field, in the language of `t`. */
export const issueText = (issue: Issue, field: Field | undefined, t: KitText['issues']): string => {
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return sizeText(issue, t)
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null || issue.input === '') return t.required
      return field?.kind === 'integer' || field?.kind === 'level' ? t.integer : field?.kind === 'number' || field?.kind === 'money' ? t.number : t.invalid
    case 'invalid_format':
      return field?.kind === 'date' || field?.kind === 'timestamp' ? t.date : field?.target === undefined ? t.invalid : t.choice
    case 'invalid_value':
      return t.choice
    case 'custom':
      return issue.message === 'controlCharacter' ? t.controlCharacter : t.invalid
    default:
      return t.invalid
  }
}

/** Problem of one value with its field, or undefined. An empty optional field is fine, an empty required one is not. */
export const problemOf = (field: Field, value: unknown, t: KitText['issues']): string | undefined => {
  if (value === null || value === undefined || value === '') return field.required ? t.required : undefined
  const result = field.schema.safeParse(value, { reportInput: true })
  const first = result.error?.issues[0]
  return first === undefined ? undefined : issueText(first, field, t)
}

/** Splits the server's issues into those of fields in the form and the rest, which has no place to stand at. */
export const placeIssues = (
  issues: readonly FieldIssue[],
  names: readonly string[],
): { readonly placed: ReadonlyMap<string, readonly string[]>; readonly rest: readonly string[] } => {
  const placed = new Map<string, string[]>()
  const rest: string[] = []
  for (const { path, message } of issues) {
    const [first = '', second = ''] = path.split('.')
    const name = first === 'values' ? second : first
    if (names.includes(name)) placed.set(name, [...(placed.get(name) ?? []), message])
    else rest.push(message)
  }
  return { placed, rest }
}
