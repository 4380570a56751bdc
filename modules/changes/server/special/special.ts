import type { Permission } from '@heng/contract'
import type { Ctx, StoredRow } from '@heng/server-kit'
import type { z } from 'zod'

/** A value of a record that no plain edit sets, but a verb of its room: a rating, what an asset depends on. */
export interface SpecialField {
  readonly noun: string
  readonly field: string
  /** What the verb asks for over the record. */
  readonly permission: Permission
  /** What people may propose. */
  readonly schema: z.ZodType
  /** Refuses at once what the verb would refuse. */
  readonly check?: (ctx: Ctx, value: unknown) => Promise<void>
  /** As the records have it now; the field of the row by default. */
  readonly read?: (ctx: Ctx, rows: readonly StoredRow[]) => Promise<ReadonlyMap<string, unknown>>
  /** Whether a record that has `current` says already what is proposed. */
  readonly says?: (current: unknown, proposed: unknown) => boolean
  readonly write: (ctx: Ctx, values: readonly { readonly id: string; readonly value: unknown }[], reason: string) => Promise<void>
}
