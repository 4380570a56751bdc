import { z } from 'zod'

/** An error as it left the job, in the caller's language. */
export const errorBodyShape = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  data: z.unknown().optional(),
})
