import { describe, expect, it } from 'vitest'
import { compareVersions, resolveConflict } from './conflict.ts'

const before = { name: 'A', level: 2, owner: null, note: 'x' }

describe('two people changing one record', () => {
  it('clash only where both set a field, and differently', () => {
    const mine = { name: 'Mine', level: 4, owner: 'p', note: 'same' }
    const { clashes, untouched } = compareVersions(before, mine, { name: 'Theirs', level: 2, owner: null, note: 'same' })
    expect(clashes).toEqual([{ name: 'name', mine: 'Mine', theirs: 'Theirs' }])
    expect(untouched).toEqual({ level: 4, owner: 'p' })
  })
  it('compare amounts and lists by what they contain', () => {
    expect(compareVersions({ cost: { minor: 1, currency: 'CNY' } }, { cost: { minor: 2, currency: 'CNY' } }, { cost: { minor: 1, currency: 'CNY' } })).toEqual({
      clashes: [],
      untouched: { cost: { minor: 2, currency: 'CNY' } },
    })
  })
  it('save my version only where I chose it', () => {
    const clashes = [{ name: 'name', mine: 'Mine', theirs: 'T' }, { name: 'level', mine: null, theirs: 5 }]
    expect(resolveConflict(clashes, { note: 'n' }, new Set(['level']))).toEqual({ note: 'n', level: null })
  })
})
