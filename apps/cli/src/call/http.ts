import { randomUUID } from 'node:crypto'
import { metaOf, requestOf, type ErrorBody, type Operation } from '@heng/contract'
import { CliError, type Setting } from '../io.ts'
import { readSession } from '../session/store.ts'
import { fill } from '../texts.ts'

/** Address of the running Heng: HENG_URL, or the one that `npm start` serves. */
export const baseUrl = ({ io, t }: Setting): string => {
  const given = io.env['HENG_URL'] || `http://localhost:${io.env['PORT'] || 4600}`
  if (!/^https?:\/\//.test(given) || !URL.canParse(given)) throw new CliError(fill(t.errors.badUrl, { url: given }))
  return given.replace(/\/+$/, '')
}

/** Sends one request. @throws CliError when nobody answers */
export const send = async (setting: Setting, path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> => {
  const { t, locale } = setting
  const url = baseUrl(setting)
  try {
    return await fetch(url + path, {
      ...init,
      redirect: 'manual',
      headers: { 'accept-language': locale, 'user-agent': 'heng-cli', origin: new URL(url).origin, ...init.headers },
    })
  } catch (cause) {
    throw new CliError(fill(t.errors.unreachable, { url }), { hint: t.hints.unreachable, cause })
  }
}

const isErrorBody = (body: unknown): body is ErrorBody => typeof body === 'object' && body !== null && typeof (body as ErrorBody).message === 'string'

/** The server's refusal in the words it chose for the reader. */
export const refusalOf = (setting: Setting, status: number, body: unknown): CliError => {
  const { t } = setting
  if (!isErrorBody(body)) return new CliError(fill(t.errors.notHeng, { url: baseUrl(setting), status }))
  const hint = status === 401 ? (setting.io.env['HENG_TOKEN'] ? t.hints.token : t.hints.noSession) : body.hint
  return new CliError(body.message, { details: (body.fields ?? []).map(({ path, message }) => `${path}: ${message}`), ...(hint === undefined ? {} : { hint }) })
}

/** Calls an operation of the running Heng as the owner of HENG_TOKEN, otherwise as whoever is signed in. @throws CliError with the server's words */
export const call = async (setting: Setting, operation: Operation, input: Readonly<Record<string, unknown>>): Promise<unknown> => {
  const { method, path, body } = requestOf(operation, input)
  const token = setting.io.env['HENG_TOKEN']
  const session = token ? undefined : await readSession(setting.io.env, baseUrl(setting))
  const response = await send(setting, `/api/v1${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(session === undefined ? {} : { cookie: session.cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(metaOf(operation).writes ? { 'idempotency-key': randomUUID() } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  let answer: unknown
  try {
    answer = text === '' ? {} : JSON.parse(text)
  } catch {
    answer = undefined
  }
  if (!response.ok || answer === undefined) throw refusalOf(setting, response.status, answer)
  return answer
}
