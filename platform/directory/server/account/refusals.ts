import { HengError } from '@heng/contract'

interface Said {
  readonly code?: unknown
}

/** better-auth's own codes in Heng's: with texts in both languages, and no 401 for a wrong code typed by somebody signed in. */
const known: Readonly<Record<string, readonly [code: string, status: number]>> = {
  INVALID_EMAIL_OR_PASSWORD: ['signIn.wrong', 401],
  INVALID_EMAIL: ['signIn.wrong', 401],
  VALIDATION_ERROR: ['signIn.wrong', 401],
  INVALID_CODE: ['signIn.code', 422],
  INVALID_BACKUP_CODE: ['signIn.recoveryCode', 422],
  INVALID_TWO_FACTOR_COOKIE: ['signIn.expired', 409],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ['signIn.expired', 409],
  ACCOUNT_TEMPORARILY_LOCKED: ['signIn.locked', 429],
  INVALID_PASSWORD: ['password.wrong', 422],
  PASSWORD_TOO_LONG: ['password.wrong', 422],
  TOTP_ALREADY_ENABLED: ['twoFactor.already', 409],
  TOTP_NOT_ENABLED: ['twoFactor.missing', 409],
  TWO_FACTOR_NOT_ENABLED: ['twoFactor.missing', 409],
  BACKUP_CODES_NOT_ENABLED: ['twoFactor.missing', 409],
  SESSION_NOT_FRESH: ['session.notFresh', 403],
  CHALLENGE_NOT_FOUND: ['passkey.expired', 409],
  PASSKEY_NOT_FOUND: ['passkey.unknown', 422],
  AUTHENTICATION_FAILED: ['passkey.failed', 422],
  FAILED_TO_VERIFY_REGISTRATION: ['passkey.failed', 422],
  PREVIOUSLY_REGISTERED: ['passkey.already', 409],
  USER_VERIFICATION_MISSING: ['passkey.unverified', 422],
}

/** A refusal of better-auth as the error that callers of Heng know. */
export const refusalOf = (status: number, body: unknown, retryAfter: string | null): HengError => {
  if (retryAfter !== null) return new HengError('rateLimited', { status: 429, params: { seconds: retryAfter } })
  const said = (body as Said | null)?.code
  const entry = typeof said === 'string' ? known[said] : undefined
  if (entry !== undefined) return new HengError(entry[0], { status: entry[1] })
  if (status === 401) return new HengError('unauthenticated', { status: 401 })
  if (status >= 500) return new HengError('internal', { status: 500 })
  return new HengError('signIn.refused', { status: status === 429 ? 429 : 422 })
}
