import type { Text } from '@heng/contract'
import type { Ctx } from '../context.ts'
import { extensionPoint } from '../extension.ts'
import type { Kit } from '../kit.ts'
import type { Touched } from './touched.ts'

/** A figure of today beside what it would become. Null is "not assessed", never 0. */
export interface EffectFigure {
  /** Unique within its source. */
  readonly key: string
  readonly label: Text
  /** Money in minor units of `currency`; percent 0–100. */
  readonly unit: 'money' | 'count' | 'percent' | 'level'
  readonly currency?: string
  readonly before: number | null
  readonly after: number | null
  /** Which direction is good news; left out where neither is. */
  readonly better?: 'lower' | 'higher'
  /** How both were computed, with version and seed where chance played a part. */
  readonly method?: string
}

/**
 * What a room adds to the comparison of today with what a change would come to, such as expected annual losses. `collect` runs twice in one
 * transaction: with the change, while the rows it writes are locked, and without it; it only reads, by statements that do not grow in
 * number. `figures` runs when nothing is locked any more and may take its time.
 */
export interface EffectSource<Collected = unknown> {
  readonly key: string
  readonly label: Text
  readonly collect: (ctx: Ctx, touched: Touched) => Promise<Collected>
  readonly figures: (today: Collected, then: Collected, run: { readonly kit: Kit; readonly orgId: string }) => Promise<readonly EffectFigure[]>
}

/** Any room may plug in, whether it stands below the one that shows the comparison or above it. */
export const effectSources = extensionPoint<EffectSource>('effect.source')
