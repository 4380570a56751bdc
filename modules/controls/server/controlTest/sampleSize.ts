import { sampleSize as fewest } from '@heng/engine-assurance'
import type { Ctx } from '@heng/server-kit'

/** Fewest items that support a tolerable rate at a confidence when none of them deviates. */
export const sampleSize = async (_ctx: Ctx, { confidence, tolerable, population }: { confidence: number; tolerable: number; population?: number }) => ({
  size: fewest({ confidence, tolerable, population: population ?? null }),
})
