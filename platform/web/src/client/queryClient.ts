import { hashKey, QueryClient } from '@tanstack/react-query'
import { shownInstant } from '../past/instant.ts'

/** What was answered as of an instant is kept under it, beside what stands today. */
const hashOfInstant = (key: readonly unknown[]): string => {
  const [path] = key
  // Keys of operations begin with their path; who is signed in and what else the kit remembers is the same at all times.
  return Array.isArray(path) && path[0] !== 'session' ? `${hashKey(key)}@${shownInstant() ?? ''}` : hashKey(key)
}

/** Repeats happen in `send` with the same idempotency key; here they would multiply. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, queryKeyHashFn: hashOfInstant, staleTime: 15_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
