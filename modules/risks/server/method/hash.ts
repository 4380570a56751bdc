import { createHash } from 'node:crypto'
import { canonicalJson } from '@heng/server-kit'

/** SHA-256, hexadecimal, of the canonical JSON (RFC 8785) of a value. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')
