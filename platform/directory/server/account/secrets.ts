import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that nobody guesses, fit for an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of such a secret. A slow hash would add nothing: there is no list of likely ones to try. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest()
