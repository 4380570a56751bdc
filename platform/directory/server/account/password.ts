import { HengError } from '@heng/contract'
import { hash, verify } from '@node-rs/argon2'

// OWASP Password Storage Cheat Sheet: argon2id (2), 19 MiB, 2 iterations, 1 lane.
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** argon2id in the library's own thread pool; the event loop stays free. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), parameters)
export const verifyPassword = (stored: string, password: string): Promise<boolean> => verify(stored, password.normalize('NFKC'))

/**
 * Refuses passwords on lists of leaked or common ones, and those that an informed guesser finds within 10⁸
 * tries (ASVS 5.0 6.2.4, 6.2.12). `about` are words an attacker knows: name, e-mail, organisation.
 */
export const checkPassword = async (password: string, about: readonly string[]): Promise<void> => {
  const { judge } = await import('./strength.ts')
  const verdict = judge(password, about)
  if (verdict !== 'good') throw new HengError(`password.${verdict}`, { fields: [{ path: 'password', code: 'custom' }] })
}
