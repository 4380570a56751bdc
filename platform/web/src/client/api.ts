import { createORPCClient, type NestedClient } from '@orpc/client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import type { Contract, Operation } from '@heng/contract'
import type { Client } from '@orpc/client'
import type { ApiError } from './apiError.ts'
import { withInstant } from '../past/instant.ts'
import { apiBase, send } from './request.ts'
import { uuid } from './uuid.ts'

/** Per-call context: the idempotency key of a submit, the same for every repeat of it. */
export interface CallContext {
  readonly idempotencyKey?: string
  readonly [key: string]: unknown
}

/** Typed client of a contract: one function per operation. */
export type ClientOf<C> = {
  [K in keyof C]: C[K] extends Operation<infer Given, infer _Taken, infer _Answered, infer Shown>
    ? Client<CallContext, Given, Shown, ApiError>
    : ClientOf<C[K]>
}
type AsNested<T> = T extends NestedClient<CallContext> ? T : never
/** What `apiFor` returns: `api.asset.list.queryOptions({ input })`, `.mutationOptions()`, `.call(input)`, `.key()`. */
export type Api<C> = RouterUtils<AsNested<ClientOf<C>>>

const clients = new WeakMap<object, unknown>()

/**
 * TanStack Query utilities and typed calls for a room's contract, made once per contract object. The tree of the
 * contract is the query key, so a room declares `{ asset: { list, get, … } }` and every page shares one cache.
 */
export const apiFor = <C extends Contract>(contract: C): Api<C> => {
  const known = clients.get(contract)
  if (known !== undefined) return known as Api<C>
  const link = new OpenAPILink<CallContext>(contract as never, {
    url: () => new URL(apiBase, location.origin),
    headers: (options, path) => {
      const write = methodAt(contract, path) !== 'GET'
      return write ? { 'idempotency-key': options.context.idempotencyKey ?? uuid() } : {}
    },
    fetch: (request, _init, _options, path) => send(withInstant(contract, path, request)),
  })
  const api = createTanstackQueryUtils(createORPCClient(link) as never) as Api<C>
  clients.set(contract, api)
  return api
}

const methodAt = (contract: Contract, path: readonly string[]): string | undefined => {
  const operation = path.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], contract)
  return (operation as Operation | undefined)?.['~orpc'].route.method
}
