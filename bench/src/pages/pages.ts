import type { Composition } from '@heng/composition'
import type { Member } from '../bench.ts'
import type { Planted } from '../plant/plant.ts'
import type { Measure } from './measure.ts'

const q = encodeURIComponent
const filter = (field: string, value: string): string => `filter%5B${field}%5D=${q(value)}`

/** Pages of an asset register, beside the bare statement of its first page: what any server has to wait for. */
export const assetPages = ({ kit }: Composition, member: Member, slug: string): Measure[] => {
  const page = (name: string, path: string): Measure => ({ name, limitMs: 50, run: async () => void (await member.get(path)) })
  const bare = 'select * from asset where org_id = (select id from organisation where slug = $1) and archived_at is null order by id desc limit 101'
  return [
    { name: 'bare statement of a page of assets (the floor)', limitMs: null, run: async () => void (await kit.pool.query(bare, [slug])) },
    page('assets, first page', 'assets'),
    page('assets by name', 'assets?sort=name'),
    page('assets by value, highest first', 'assets?sort=-value'),
    page('assets of value 4–5 by name', `assets?${filter('value', '4..5')}&sort=name`),
    page('assets without a value', `assets?${filter('value', '-')}`),
    page('assets whose location holds a word, by value', `assets?${filter('location', '上海')}&sort=-value`),
    page('assets found by two Chinese characters', `assets?q=${q('图纸')}`),
    page('assets found by two Chinese characters, by name', `assets?q=${q('图纸')}&sort=name`),
    page('assets found by a rare word', `assets?q=${q('PLM 77')}`),
  ]
}

/** Pages of the risk register and the other rooms. */
export const roomPages = ({ manager, assetIds, riskIds, soaId }: Planted): Measure[] => {
  const page = (name: string, path: string, limitMs = 50): Measure => ({ name, limitMs, run: async () => void (await manager.get(path)) })
  return [
    page('risks, highest first', 'risks'),
    page('risks, open, of level 4–5, by review date', `risks?${filter('status', 'open')}&${filter('currentLevel', '4..5')}&sort=reviewDue`),
    page('risks not assessed, by title', `risks?${filter('currentLevel', '-')}&sort=title`),
    page('risks by title', 'risks?sort=title'),
    page('risks of an asset', `risks?${filter('asset', assetIds[0]!)}`),
    page('risks found by two Chinese characters', `risks?q=${q('图纸')}`),
    page('scenarios', 'risk-scenarios'),
    page('scenarios confirmed, by title', `risk-scenarios?${filter('status', 'confirmed')}&sort=title`),
    page('people by name', 'people?sort=name'),
    page('record page of an asset', `assets/${assetIds[0]!}`),
    page('record page of a risk', `risks/${riskIds[0]!}`),
    page('a figure explained', `risks/${riskIds[0]!}/explain`),
    page('lines of the statement of applicability', `soa/${soaId}/lines`),
    page('global search, two Chinese characters', `search?q=${q('图纸')}`),
    page('home', 'home', 100),
    page('heat map', 'risks/views/heatmap', 100),
    page('top risks', 'risks/views/top', 100),
    page('risks against appetite, by line', 'risk-appetites/standing', 100),
    page('positions of risks, highest first', 'appetite-positions'),
    page('risks by unit', 'risks/views/summary?by=unit', 100),
  ]
}
