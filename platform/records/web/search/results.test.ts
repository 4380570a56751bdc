import { describe, expect, it } from 'vitest'
import type { FoundRecord } from '../../contract/index.ts'
import { groupHits } from './results.ts'

const found = (noun: string, id: string): FoundRecord => ({ noun, id, reference: id, title: id, titleMatches: [], archived: false, snippet: null })
const kit = (name: string) => ({ noun: { name, label: 'role' }, path: `${name}s`, text: { many: name.toUpperCase(), values: { role: { a1: '员工' } } } }) as never

describe('groupHits', () => {
  it('keeps the order of the best hit, offers the rest, and leaves out nouns without pages', () => {
    const items = [found('risk', 'r1'), found('asset', 'a1'), found('risk', 'r2'), found('hidden', 'h1')]
    const groups = groupHits({ items, counts: [{ noun: 'risk', total: 9 }, { noun: 'asset', total: 1 }, { noun: 'hidden', total: 1 }], capped: false }, [kit('asset'), kit('risk')], '数据 a', (n, noun) => `${n} ${noun}`)
    expect(groups.map((g) => [g.key, g.total, g.hits.map((h) => h.to)])).toEqual([
      ['risk', '9', ['risks/r1', 'risks/r2', 'risks?q=%E6%95%B0%E6%8D%AE%20a']], ['asset', '1', ['assets/a1']],
    ])
    expect(groups[0]!.hits.at(-1)!.place).toBe('9 RISK')
    expect(groups[1]!.hits[0]!.found!.title).toBe('员工')
  })
})
