import { pino, type Logger } from 'pino'

export type Log = Logger

const secrets = ['password', 'token', 'secret', 'authorization', 'cookie', 'code', 'key', 'otp']

/** Structured log to standard output. Secrets are removed by key at any of the first three depths. */
export const createLog = (level: string): Log =>
  pino({
    level,
    redact: {
      paths: secrets.flatMap((s) => [s, `*.${s}`, `*.*.${s}`, `req.headers.${s}`]),
      censor: '[removed]',
    },
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
  })
