import type { Measure } from '../pages/measure.ts'
import type { Planted } from '../plant/plant.ts'
import { createRandom } from '../plant/random.ts'

const q = encodeURIComponent

/** Pages as of instants of the last three years, each time another one, so that nothing is answered from what was just read. */
export const pastPages = ({ manager, assetIds, riskIds }: Planted): Measure[] => {
  const random = createRandom(20_261_123)
  const instant = (): string => new Date(Date.now() - Math.floor(random.next() * 1_000 * 86_400_000)).toISOString()
  const page = (name: string, path: string, limitMs: number | null): Measure => ({
    name: `as of an instant: ${name}`, limitMs, run: async () => void (await manager.get(`${path}${path.includes('?') ? '&' : '?'}asOf=${q(instant())}`)),
  })
  const list = (name: string, path: string): Measure => page(name, path, 150)
  return [
    page('heat map', 'risks/views/heatmap', 700),
    page('risks by unit', 'risks/views/summary?by=unit', 700),
    page('top risks', 'risks/views/top', 700),
    list('risks, highest first', 'risks'),
    list('risks, open, of level 4–5, by review date', `risks?filter%5Bstatus%5D=open&filter%5BcurrentLevel%5D=4..5&sort=reviewDue`),
    list('risks by title', 'risks?sort=title'),
    list('risks of an asset', `risks?filter%5Basset%5D=${q(assetIds[0]!)}`),
    list('assets, first page', 'assets'),
    list('assets of value 4–5 by name', 'assets?filter%5Bvalue%5D=4..5&sort=name'),
    list('scenarios', 'risk-scenarios'),
    page('risks found by two Chinese characters', `risks?q=${q('图纸')}`, null),
    list('record page of a risk', `risks/${riskIds[0]!}`),
    { name: 'days of change', limitMs: 150, run: async () => void (await manager.get('past/days')) },
    { name: 'risks that changed between two instants a week apart', limitMs: null, run: async () => {
      const from = Date.parse(instant()) - 7 * 86_400_000
      await manager.get(`past/risk/changes?from=${q(new Date(from).toISOString())}&to=${q(new Date(from + 7 * 86_400_000).toISOString())}`)
    } },
    { name: 'movement of risks between two instants', limitMs: null, run: async () => {
      const [a, b] = [instant(), instant()].toSorted()
      await manager.get(`risks/views/movement?from=${q(a!)}&to=${q(b!)}`)
    } },
  ]
}
