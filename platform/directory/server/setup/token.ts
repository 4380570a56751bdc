import { randomBytes, timingSafeEqual } from 'node:crypto'

const token = randomBytes(18).toString('base64url')

/** The one-time token of this process, printed on its console until somebody has set the installation up. */
export const setupToken = (): string => token

export const isSetupToken = (given: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
