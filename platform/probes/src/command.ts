import type { z } from 'zod'
import { invalid, shown } from './problem.ts'

/** What a program is given, made of checked values only. It is run without a shell. */
export interface Command {
  /** `file`: a file of the run's private folder, whose path is only known then. */
  readonly args: readonly (string | { readonly file: string })[]
  readonly stdin?: string
  /** Where the report comes from: stdout, or one of the files. */
  readonly report: 'stdout' | { readonly file: string }
  /** Exit codes that are no failure. */
  readonly successCodes: readonly number[]
}

/** @throws ProbeError `invalid` naming the first field that is not as the schema says. */
export const checked = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const found = schema.safeParse(value)
  if (found.success) return found.data
  const [issue] = found.error.issues
  const path = shown(issue?.path.join('.') ?? '')
  throw invalid(`The request is not valid: ${path} (${shown(issue?.message ?? '')}).`, `请求无效：${path}（${issue?.code ?? ''}）。`)
}
