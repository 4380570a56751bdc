import { oc, type AnySchema, type Route } from '@orpc/contract'
import { z } from 'zod'
import type { Text } from './locale.ts'

/** `noun:verb`; rooms say in their permission table which role holds it and in which scope. */
export type Permission = `${string}:${string}`

export interface OperationMeta {
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** What the caller must hold; `signedIn` needs only a session, `public` not even that. */
  readonly permission: Permission | 'signedIn' | 'public'
  /** `organisation` operations run in one organisation, named in the path. */
  readonly scope: 'organisation' | 'platform'
  readonly summary: Text
  /** Writes run in a writing transaction, take `Idempotency-Key`, and must record history. */
  readonly writes: boolean
  /** Takes `asOf`, an instant of the past: then it answers by what stood at that instant. */
  readonly asOf: boolean
}

export type OperationScope = OperationMeta['scope']

/**
 * A declared operation. Its four types are plain values, not schemas, so that what is generic over operations stays
 * cheap to check: what a caller gives and sees, what a handler takes and answers.
 */
export interface Operation<Given = unknown, Taken = unknown, Answered = unknown, Shown = unknown, S extends OperationScope = OperationScope> {
  readonly '~orpc': {
    readonly route: Route
    readonly meta: { readonly operation: OperationMeta }
    readonly inputSchema?: AnySchema
    readonly outputSchema?: AnySchema
    readonly errorMap: Record<never, never>
  }
  /** Never there at run time; carries the types. */
  readonly '~types'?: { readonly given: Given; readonly taken: Taken; readonly answered: Answered; readonly shown: Shown; readonly scope: S }
}
type Types<T> = T extends { readonly '~types'?: infer X } ? NonNullable<X> : never
/** What a caller of the operation gives. */
export type GivenOf<T> = Types<T> extends { readonly given: infer X } ? X : never
/** What its handler takes: the parsed input. */
export type TakenOf<T> = Types<T> extends { readonly taken: infer X } ? X : never
/** What its handler answers. */
export type AnsweredOf<T> = Types<T> extends { readonly answered: infer X } ? X : never
/** What its caller sees. */
export type ShownOf<T> = Types<T> extends { readonly shown: infer X } ? X : never

export interface OperationSpec<I extends z.ZodType, O extends z.ZodType, S extends OperationScope, P extends boolean = false> {
  /** Dotted and unique: `asset.list`. It names the operation in OpenAPI, in the CLI (`heng asset list`) and in the log. */
  readonly id: string
  readonly method: OperationMeta['method']
  /** Path below `/api/v1`, for organisation operations below `/api/v1/orgs/{org}`. */
  readonly path: `/${string}`
  readonly permission: OperationMeta['permission']
  readonly summary: Text
  readonly scope?: S
  /** Defaults to "everything but GET". */
  readonly writes?: boolean
  /** Whether it answers for instants of the past: it reads and looks at nothing but tables whose past is kept (registers, their links, `past` of a room). */
  readonly asOf?: P
  readonly input: I
  readonly output: O
}

/** An instant with its offset from UTC, such as `2026-03-31T23:59:59+08:00`. */
export const instant = z.iso.datetime({ offset: true })

const orgInput = { org: z.string().min(1).max(64) }
// An object schema without keys infers `Record<string, never>`, which nothing may be added to.
type InOrg<T, S extends OperationScope> = S extends 'platform' ? T : string extends keyof T ? { org: string } : T & { org: string }
type AsOf<T, P extends boolean> = P extends true ? T & { asOf?: string | undefined } : T

/** Declares an operation once for HTTP, OpenAPI, the typed client and the CLI. Organisation operations gain the input `org`. */
export const operation = <I extends z.ZodObject, O extends z.ZodType, S extends OperationScope = 'organisation', P extends boolean = false>(
  spec: OperationSpec<I, O, S, P>,
): Operation<AsOf<InOrg<z.input<I>, S>, P>, InOrg<z.output<I>, S>, z.input<O>, z.output<O>, S> => {
  const scope: OperationScope = spec.scope ?? 'organisation'
  const inOrg = scope === 'organisation'
  const meta: OperationMeta = {
    id: spec.id,
    method: spec.method,
    path: (inOrg ? '/orgs/{org}' : '') + spec.path,
    permission: spec.permission,
    scope,
    summary: spec.summary,
    writes: spec.writes ?? spec.method !== 'GET',
    asOf: spec.asOf ?? false,
  }
  if (meta.asOf && (meta.writes || !inOrg)) throw new Error(`operation ${meta.id} cannot be asked about the past: it is no question within an organisation`)
  return oc
    .$meta({ operation: meta })
    .route({
      method: meta.method,
      path: meta.path as `/${string}`,
      operationId: meta.id,
      summary: `${spec.summary.en} · ${spec.summary['zh-CN']}`,
      tags: [spec.id.split('.')[0]!],
    })
    .input(inOrg ? spec.input.extend({ ...orgInput, ...(meta.asOf ? { asOf: instant.optional() } : {}) }) : spec.input)
    .output(spec.output) as never
}

export type Contract = { readonly [key: string]: Operation<any, any, any, any, any> | Contract } // eslint-disable-line typescript/no-explicit-any -- variance: a tree of operations of any shape

export const isOperation = (node: unknown): node is Operation =>
  typeof node === 'object' && node !== null && '~orpc' in node

export const metaOf = (node: Operation): OperationMeta => node['~orpc'].meta.operation

/** Every operation of a contract, depth first. */
export const operationsOf = (contract: Contract): Operation[] =>
  Object.values(contract).flatMap((node) => (isOperation(node) ? [node] : operationsOf(node as Contract)))
