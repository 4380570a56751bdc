import { baseUrl, refusalOf, send } from '../call/http.ts'
import { ownOrganisations } from '../commands/operation.ts'
import { CliError, type Setting } from '../io.ts'
import { fill } from '../texts.ts'
import { openPrompt } from './prompt.ts'
import { readSession, writeSession } from './store.ts'

export interface SignInOptions {
  readonly email?: string
  readonly code?: string
}

const cookiesOf = (response: Response): string[] => response.headers.getSetCookie().map((line) => line.split(';')[0]!).filter((pair) => !pair.endsWith('='))

const post = async (setting: Setting, path: string, body: unknown, cookie = ''): Promise<{ status: number; cookies: string[]; body: unknown }> => {
  const response = await send(setting, `/api/auth/${path}`, {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) },
  })
  return { status: response.status, cookies: cookiesOf(response), body: await response.json().catch(() => undefined) }
}

/** Signs in with e-mail, password and, where it is on, the second factor; the session is kept for further commands. */
export const signIn = async (setting: Setting, options: SignInOptions): Promise<void> => {
  const { io, t } = setting
  const url = baseUrl(setting)
  const prompt = openPrompt(io)
  try {
    const email = options.email ?? (await prompt.ask(t.ask.email))
    const password = await prompt.ask(t.ask.password, { hidden: true })
    const first = await post(setting, 'sign-in/email', { email, password })
    if (first.status === 429) throw new CliError(t.errors.tooMany)
    if (first.status >= 500 || first.status === 404 || first.body === undefined) throw refusalOf(setting, first.status, undefined)
    if (first.status !== 200) throw new CliError(t.errors.wrongPassword)
    let cookies = first.cookies
    if ((first.body as { twoFactorRedirect?: boolean }).twoFactorRedirect === true) {
      const code = options.code ?? (await prompt.ask(t.ask.code))
      const second = await post(setting, 'two-factor/verify-totp', { code }, cookies.join('; '))
      if (second.status === 429) throw new CliError(t.errors.tooMany)
      if (second.status !== 200) throw new CliError(t.errors.wrongCode)
      cookies = second.cookies
    }
    await writeSession(io.env, url, { cookie: cookies.join('; '), email, organisations: [] })
    const fresh = { ...setting, io: { ...io, env: { ...io.env, HENG_TOKEN: undefined } } }
    await writeSession(io.env, url, { cookie: cookies.join('; '), email, organisations: await ownOrganisations(fresh) })
    io.err(`${fill(t.done.signedIn, { url, email })}\n`)
  } finally {
    prompt.close()
  }
}

export const signOut = async (setting: Setting): Promise<void> => {
  const { io, t } = setting
  const url = baseUrl(setting)
  const kept = await readSession(io.env, url)
  if (kept === undefined) throw new CliError(fill(t.errors.noSession, { url }))
  await post(setting, 'sign-out', {}, kept.cookie)
  await writeSession(io.env, url, undefined)
  io.err(`${fill(t.done.signedOut, { url })}\n`)
}
