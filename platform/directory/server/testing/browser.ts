import type { ErrorBody } from '@heng/contract'
import type { TestWorld } from '@heng/testkit'

export interface Answer<T = unknown> {
  readonly status: number
  readonly body: T
}

/** A browser for tests of signing in: keeps the cookies that it is given, as one would. */
export const browser = (world: TestWorld, ip = '127.0.0.1') => {
  const jar = new Map<string, string>()
  const send = async <T = ErrorBody>(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object): Promise<Answer<T>> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await world.composition.app.inject({
      method, url, remoteAddress: ip,
      headers: { 'accept-language': 'en', host: 'localhost:4600', origin: 'http://localhost:4600', ...(cookie === '' ? {} : { cookie }) },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const line of [response.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = line.split(';')[0]!.split(/=(.*)/s)
      if (/max-age=0/i.test(line) || value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return { status: response.statusCode, body: (response.body === '' ? null : response.json()) as T }
  }
  return {
    send,
    signIn: (email: string, password: string) => send<ErrorBody & { twoFactorRedirect?: boolean }>('POST', '/api/auth/sign-in/email', { email, password }),
    me: () => send<{ user: { name: string; twoFactor: boolean }; organisations: { slug: string; roles: string[] }[] }>('GET', '/api/v1/me'),
  }
}
