import { z } from 'zod'

/** Names one record of any noun. */
export const recordRef = {
  noun: z.string().regex(/^[a-z][A-Za-z]{0,59}$/),
  recordId: z.uuid(),
}

/** Who did something: the name as it was then, and the person if that account still belongs to one. */
export const actor = z.object({ personId: z.uuid().nullable(), name: z.string() })

export const paging = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
}
