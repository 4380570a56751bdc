import { passkey } from '@better-auth/passkey'
import type { Kit } from '@heng/server-kit'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import pg from 'pg'
import { hashPassword, verifyPassword } from './password.ts'

/** What Heng asks of better-auth: sign-in, second factors, sessions. Accounts are made by set-up and invitation only. */
export const createAuth = (kit: Kit, secret: string) => {
  // A pool of its own, because better-auth's tables live in the schema `auth` that the application role cannot reach.
  const pool = new pg.Pool({ connectionString: kit.pool.options.connectionString, max: 8, options: '-c search_path=auth' })
  pool.on('error', () => undefined)
  const url = kit.config.publicUrl ?? `http://localhost:${kit.config.port}`
  const auth = betterAuth({
    appName: 'Heng',
    database: pool,
    secret,
    baseURL: url,
    basePath: '/api/auth',
    trustedOrigins: (request) => [url, ...sameHost(request)],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: { expiresIn: 60 * 60 * 24 * 7, updateAge: 60 * 60, cookieCache: { enabled: false }, freshAge: 60 * 15 },
    user: { additionalFields: { locale: { type: 'string', required: false } } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/two-factor/verify-totp': { window: 60, max: 6 },
        '/two-factor/verify-backup-code': { window: 60, max: 6 },
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix: 'heng',
      useSecureCookies: url.startsWith('https://'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: ['x-heng-ip'] },
      // A session and its user are asked for at every request: by one statement.
      database: { joins: true },
    },
    experimental: { instrumentation: { enabled: false } },
    logger: { disabled: true },
    telemetry: { enabled: false },
    plugins: [
      twoFactor({ issuer: 'Heng' }),
      passkey({
        rpID: new URL(url).hostname,
        rpName: 'Heng',
        origin: null,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        // A passkey stands for both factors, so the authenticator must have asked for PIN or fingerprint.
        registration: { afterVerification: ({ verification }) => asked(verification.registrationInfo?.userVerified) },
        authentication: { afterVerification: ({ verification }) => asked(verification.authenticationInfo.userVerified) },
      }),
    ],
  })
  return { auth, pool }
}
const asked = (userVerified: boolean | undefined): void => {
  if (userVerified !== true) throw new APIError('UNAUTHORIZED', { code: 'USER_VERIFICATION_MISSING', message: 'The authenticator did not verify the user' })
}
export type Auth = ReturnType<typeof createAuth>['auth']

// People reach one installation by several names (localhost, an address, a host name): a page may always talk to the host that served it.
const sameHost = (request: Request | undefined): string[] => {
  const host = request?.headers.get('host')
  return host == null ? [] : [`http://${host}`, `https://${host}`]
}
