import type { Ctx } from '@heng/server-kit'
import { composeBoard } from '../board/report.ts'
import { auditPreview } from '../audit/report.ts'
import { checkRequest, type ReportRequest } from './request.ts'

/** What a report would say now, in the language asked for. Reads only. */
export const preview = async (ctx: Ctx, request: ReportRequest) => {
  checkRequest(ctx, request)
  const speaking: Ctx = { ...ctx, locale: request.language }
  return request.kind === 'board' ? { content: await composeBoard(speaking, request), rows: {} } : auditPreview(speaking, request)
}
