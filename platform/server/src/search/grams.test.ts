import { describe, expect, it } from 'vitest'
import { gramsOf, searchTerms } from './grams.ts'

describe('terms of a search', () => {
  it('need no look at the text where a gram says it all', () => {
    expect(searchTerms('图纸')).toEqual({ wanted: ['图纸'], needles: ['图纸'], unproven: [] })
    expect(searchTerms('图')).toEqual({ wanted: ['图'], needles: ['图'], unproven: [] })
    expect(searchTerms('DB')).toEqual({ wanted: ['db'], needles: ['db'], unproven: [] })
  })

  it('are looked for in the text where grams alone would find too much', () => {
    expect(searchTerms('图纸库 a A-0042')).toEqual({ wanted: ['图纸', '纸库', '00', '04', '42'], needles: ['图纸库', 'a', 'a-0042'], unproven: ['图纸库', 'a', 'a-0042'] })
  })

  it('ask for nothing that the index of a text which holds them would lack', () => {
    const text = 'A-0042 研发图纸库 PLM，三楼 x'
    const grams = new Set(gramsOf(text))
    for (const query of ['图纸', '研发图纸库', 'plm', 'x', 'a-0042', '楼', 'PLM，三']) {
      expect(searchTerms(query).wanted.filter((gram) => !grams.has(gram)), query).toEqual([])
    }
  })
})
