import type { Kit } from '@heng/server-kit'
import { createTransport, type Transporter } from 'nodemailer'

const transports = new WeakMap<Kit, Transporter>()

/** The way to the mail server of `SMTP_URL` (`smtp://user:password@host:587`, `smtps://…:465`); null without one. */
export const transportOf = (kit: Kit): Transporter | null => {
  const url = kit.config.smtpUrl
  if (url === undefined) return null
  const known = transports.get(kit)
  if (known !== undefined) return known
  // A connection of its own for every mail: a pool would keep the process from ending.
  const made = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, disableFileAccess: true, disableUrlAccess: true } as never)
  transports.set(kit, made)
  return made
}

interface SmtpError {
  /** Nodemailer's: EENVELOPE, EMESSAGE, EAUTH, ECONNECTION, ETIMEDOUT, … */
  readonly code?: string
  /** Of the server's answer, RFC 5321 §4.2. */
  readonly responseCode?: number
}

/** What a failed delivery means, without what the server said: its words may quote address and content. */
export const judgeFailure = (error: unknown): { readonly code: string; readonly permanent: boolean } => {
  const { code, responseCode } = (error ?? {}) as SmtpError
  const answered = typeof responseCode === 'number' && responseCode >= 200
  return {
    code: answered ? String(responseCode) : (code ?? 'unknown'),
    // 5yz refuses this mail for good; a refused sign-in is ours to mend, so the mail waits for it.
    permanent: answered && responseCode >= 500 && code !== 'EAUTH' && code !== 'ENOAUTH',
  }
}
