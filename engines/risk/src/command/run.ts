import { exampleInput } from '../input.ts'
import { methodIds } from '../methods/registry.ts'
import { resolveMethod, scoreWith } from '../score.ts'
import type { ScoreResult } from '../score.ts'
import type { MethodDefinition } from '../schema.ts'
import { ScoreError } from '../score-error.ts'
import { text } from '../text.ts'
import { splitLines } from './lines.ts'
import { parseScoreArgs } from './parse-args.ts'

/** Characters in one line of JSON input; an input takes a few hundred. */
export const maxLine = 65_536

/**
 * `heng score <method> name=value…` or `heng score <method> -`. `args` start with the method. `stdin` gives text in
 * chunks of any size, line endings included, and is read for `-` only; `write` and `writeError` get whole lines
 * without their ending. `definition`, if the caller read one, is the organisation's own method.
 *
 * Prints `{level, value, method, version, steps}` as JSON. With `-` every non-blank line of input gets one line of
 * output, in order; a bad one gets `{line, error}` and the rest goes on. Resolves to the exit code: 0, or 2 when
 * anything was refused.
 */
export async function runScoreCommand(
  args: readonly string[],
  stdin: AsyncIterable<string>,
  write: (line: string) => void,
  writeError: (line: string) => void,
  definition?: unknown,
): Promise<number> {
  const [methodId, ...rest] = args
  const method = methodId === undefined ? noMethod() : resolveMethod(methodId, definition)
  if (method instanceof ScoreError) return refuse(method, writeError)
  if (rest.length === 1 && rest[0] === '-') return scoreLines(method, stdin, write)
  const input = parseScoreArgs(rest)
  const result = input instanceof ScoreError ? input : scoreWith(method, input)
  if (result instanceof ScoreError) return refuse(result, writeError)
  write(JSON.stringify(result))
  return 0
}

async function scoreLines(method: MethodDefinition, stdin: AsyncIterable<string>, write: (line: string) => void): Promise<number> {
  let code = 0
  for await (const { number, text: line } of splitLines(stdin, maxLine)) {
    if (line?.trim() === '') continue
    const result = scoreLine(method, line)
    if (result instanceof ScoreError) {
      code = 2
      write(JSON.stringify({ line: number, error: result }))
    } else write(JSON.stringify(result))
  }
  return code
}

function scoreLine(method: MethodDefinition, line: string | null): ScoreResult | ScoreError {
  if (line === null) {
    return new ScoreError(
      'line-too-long',
      null,
      [`≤ ${maxLine}`],
      text(`The line is longer than ${maxLine} characters, the most allowed.`, `该行超过上限 ${maxLine} 个字符。`),
    )
  }
  let input: unknown
  try {
    input = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch {
    const shape = exampleInput(method)
    return new ScoreError(
      'invalid-json',
      null,
      [shape],
      text(`Not JSON. Allowed: one object a line, as in ${shape}.`, `不是 JSON。每行一个对象，如 ${shape}。`),
    )
  }
  return scoreWith(method, input)
}

function noMethod(): ScoreError {
  const list = methodIds.join(', ')
  return new ScoreError(
    'unknown-method',
    'method',
    methodIds,
    text(`Name a method: heng score <method> name=value … Allowed: ${list}.`, `请指明方法：heng score <方法> 名称=值 …… 可用：${list}。`),
  )
}

function refuse({ message }: ScoreError, writeError: (line: string) => void): number {
  writeError(message.en)
  writeError(message['zh-CN'])
  return 2
}
