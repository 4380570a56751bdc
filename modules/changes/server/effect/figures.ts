import { effectSources, type Kit } from '@heng/server-kit'
import type { Figure } from '../../contract/index.ts'
import type { Look } from './look.ts'

/** What other rooms make of both sides, such as expected losses in money. Nothing is locked any more. */
export const figuresOf = async (kit: Kit, orgId: string, today: Look, then: Look): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const [i, source] of effectSources.of(kit).entries()) {
    for (const { currency = null, better = null, method = null, ...figure } of await source.figures(today.collected[i], then.collected[i], { kit, orgId })) {
      figures.push({ source: source.key, sourceLabel: source.label, ...figure, currency, better, method })
    }
  }
  return figures
}
