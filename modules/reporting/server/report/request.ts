import { HengError, type Locale } from '@heng/contract'
import { authorise, type Ctx } from '@heng/server-kit'
import type { ReportKind } from '../../contract/index.ts'
import { kindPermissions } from './register.ts'
import { today } from '../days.ts'

/** What a report is asked to be. */
export interface ReportRequest {
  readonly kind: ReportKind
  readonly from: string
  readonly to: string
  readonly language: Locale
  readonly message?: string | undefined
  readonly decisions?: readonly string[] | undefined
}

/** Longest period in days: ten years. */
const longest = 3_660

/**
 * Refuses a request that this caller may not make, or that speaks of no period.
 * @throws forbidden; reporting.period (422, `to`); reporting.future (422, `from`)
 */
export const checkRequest = (ctx: Ctx, { kind, from, to }: ReportRequest): void => {
  authorise(ctx, kindPermissions[kind])
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  if (!(days >= 0 && days <= longest)) throw new HengError('reporting.period', { status: 422, fields: [{ path: 'to', code: 'custom' }] })
  if (from > today(ctx)) throw new HengError('reporting.future', { status: 422, fields: [{ path: 'from', code: 'custom' }] })
}
