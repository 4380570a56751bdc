import { ScoreError } from '../score-error.ts'
import { printable, text } from '../text.ts'

/**
 * Reads `name=value` arguments into an input for `score`. Digits become a number, anything else stays text for the
 * method to judge. The object has no prototype, so no name can reach one. An argument without `=`, and a name given
 * twice, is refused.
 */
export function parseScoreArgs(args: readonly string[]): Record<string, number | string> | ScoreError {
  const values = new Map<string, number | string>()
  for (const argument of args) {
    const at = argument.indexOf('=')
    if (at < 1) return notAPair(argument)
    const name = argument.slice(0, at)
    const value = argument.slice(at + 1)
    if (values.has(name)) return twice(name)
    values.set(name, /^-?[0-9]{1,9}$/.test(value) ? Number(value) : value)
  }
  const input: Record<string, number | string> = Object.create(null)
  for (const [name, value] of values) input[name] = value
  return input
}

function notAPair(argument: string): ScoreError {
  return new ScoreError(
    'invalid-argument',
    printable(argument),
    ['name=value', '-'],
    text(
      `“${printable(argument)}” is not of the form name=value, as in asset=2; a single - reads JSON lines.`,
      `“${printable(argument)}” 不是 “名称=值” 的形式，如 asset=2；单独的 - 表示逐行读取 JSON。`,
    ),
  )
}

function twice(name: string): ScoreError {
  return new ScoreError(
    'duplicate-factor',
    printable(name),
    [],
    text(`“${printable(name)}” is given twice. Allowed: each factor once.`, `“${printable(name)}” 重复给出。每个要素只能给一次。`),
  )
}
