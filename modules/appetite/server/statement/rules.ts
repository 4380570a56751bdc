import { HengError } from '@heng/contract'
import { categoryKey } from '../../contract/category.ts'
import type { Limits, Line, Together } from '../../contract/statement.ts'
import { limitKeys } from '../../rules/resolve.ts'

export type StatementState = 'draft' | 'inReview' | 'approved' | 'superseded'
const steps: Readonly<Record<StatementState, readonly StatementState[]>> = {
  draft: ['inReview'], inReview: ['draft', 'approved'], approved: ['superseded'], superseded: [],
}
export const mayBecome = (from: StatementState, to: StatementState): boolean => steps[from].includes(to)

const checkPair = (limits: Limits, path: string): void => {
  if (limits !== null && limits.tolerance < limits.appetite) throw new HengError('appetite.order', { fields: [{ path: `${path}.tolerance`, code: 'custom' }] })
}

/**
 * Nobody bears less than they want, each line says something, and no category of a unit has two lines.
 * A refusal names the place: `lines.<place>.<limit>.tolerance`.
 */
export const checkLines = (lines: readonly Line[]): void => {
  const seen = new Map<string, number>()
  const ids = new Set<string>()
  lines.forEach((line, at) => {
    for (const key of limitKeys) checkPair(line[key], `lines.${at}.${key}`)
    if (limitKeys.every((key) => line[key] === null)) throw new HengError('appetite.emptyLine', { params: { line: at + 1 }, fields: [{ path: `lines.${at}.level`, code: 'required' }] })
    const key = `${categoryKey(line.category)} ${line.unit}`
    const first = seen.get(key)
    if (first !== undefined) throw new HengError('appetite.sameLine', { params: { line: at + 1, first: first + 1 }, fields: [{ path: `lines.${at}.category`, code: 'custom' }] })
    if (ids.has(line.id)) throw new HengError('invalid', { fields: [{ path: `lines.${at}.id`, code: 'custom' }] })
    seen.set(key, at)
    ids.add(line.id)
  })
}

export const checkTogether = ({ expected, extreme }: Together): void => {
  checkPair(expected, 'together.expected')
  checkPair(extreme, 'together.extreme')
}

/** Levels beyond the method in force say nothing: its highest is exceeded by nothing anyway. */
export const checkLevels = (lines: readonly Line[], highest: number): void => {
  lines.forEach(({ level }, at) => {
    if (level !== null && level.tolerance > highest) throw new HengError('appetite.levelUnknown', { params: { highest }, fields: [{ path: `lines.${at}.level.tolerance`, code: 'custom' }] })
  })
}
