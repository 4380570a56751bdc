import { QueryClient } from '@tanstack/react-query'

/** Repeats happen in `send` with the same idempotency key; here they would multiply. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 15_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
