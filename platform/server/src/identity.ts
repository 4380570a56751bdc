import type { FastifyRequest } from 'fastify'
import type { Locale } from '@heng/contract'
import type { Caller, Organisation } from './context.ts'

export interface SignedIn {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly locale: Locale | null
  /** A token speaks for its owner's work, not for the owner's means of signing in. */
  readonly by: 'session' | 'token'
}

/** Who is asking, answered by the directory; asked anew on every request, so that a revocation acts on the next one. */
export interface Identity {
  session: (request: FastifyRequest) => Promise<SignedIn | null>
  /** The organisation and the caller's place in it; null when there is none, whether or not the organisation exists. */
  membership: (user: SignedIn, slug: string) => Promise<{ org: Organisation; caller: Caller } | null>
}
