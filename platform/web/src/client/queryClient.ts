import { hashKey, QueryClient } from '@tanstack/react-query'
import { shownInstant } from '../past/instant.ts'

/** What was answered as of an instant is kept under it, beside what stands today. */
const hashOfInstant = (key: readonly unknown[]): string => `${hashKey(key)}@${shownInstant() ?? ''}`

/** Repeats happen in `send` with the same idempotency key; here they would multiply. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, queryKeyHashFn: hashOfInstant, staleTime: 15_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
