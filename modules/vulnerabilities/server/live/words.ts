import { HengError } from '@heng/contract'
import { ProbeError, type Refusal, type Text } from '@heng/probes'

const most = 5
const longest = 450

/** The first few, in both languages. */
export const wordsOf = (refusals: readonly Refusal[]): { en: string; zh: string } => {
  const of = (locale: keyof Text, between: string): string => refusals.slice(0, most).map(({ text }) => text[locale]).join(between).slice(0, longest)
  return { en: of('en', ' '), zh: of('zh-CN', '') }
}

/** A refusal that a form shows at one of its fields. */
export const refusedAt = (path: string, code: string, params: Readonly<Record<string, unknown>> = {}): HengError => new HengError(code, { params, fields: [{ path, code: 'custom' }] })

const codes: Readonly<Partial<Record<ProbeError['code'], string>>> = { notInstalled: 'liveCheck.notInstalled', invalid: 'liveCheck.refused' }

/** What callers may see of what a program or its preparation throws. */
export const toldError = (error: unknown): unknown =>
  error instanceof ProbeError ? new HengError(codes[error.code] ?? 'liveCheck.failed', { params: { en: error.text.en.slice(0, longest), zh: error.text['zh-CN'].slice(0, longest) }, data: { problem: error.code }, cause: error }) : error
