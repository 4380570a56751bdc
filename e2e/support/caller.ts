import { requestOf, type ErrorBody, type Operation } from '@heng/contract'
import type { Visit } from './stage.ts'

export type Call = <Given, Shown>(operation: Operation<Given, unknown, unknown, Shown>, input: Omit<Given, 'org'>) => Promise<Shown>

/** Calls typed operations with the session of a visit: for what a journey needs to be there, not for what it is about. */
export const caller = ({ context, locale }: Visit, org: string): Call => async (operation, input) => {
  const { method, path, body } = requestOf(operation as Operation, { org, ...input })
  const headers = { 'accept-language': locale, 'x-heng-client': 'web' }
  const response = await context.request.fetch(`/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { data: body }) })
  const answer: unknown = await response.json()
  if (response.ok()) return answer as never
  const { status, code, message, fields } = answer as ErrorBody
  throw new Error(`${method} ${path}: ${status} ${code}: ${message} ${JSON.stringify(fields ?? '')}`)
}
