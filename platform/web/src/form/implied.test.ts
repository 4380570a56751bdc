import { describe, expect, it } from 'vitest'
import { impliedBy, type Held } from './implied.ts'

const held = (value: unknown, touched = false) => (): Held => ({ value, touched })

describe('what follows from a choice', () => {
  it('fills an empty field and goes with the choice', () => {
    expect(impliedBy({ tier: 'component' }, {}, held(undefined))).toEqual({ tier: 'component' })
    expect(impliedBy({ tier: 'system' }, { tier: 'component' }, held('component'))).toEqual({ tier: 'system' })
  })

  it('leaves what a person chose, also when it is the same, and what the record had before', () => {
    expect(impliedBy({ tier: 'system' }, { tier: 'component' }, held('component', true))).toEqual({})
    expect(impliedBy({ tier: 'system' }, {}, held('business', true))).toEqual({})
    expect(impliedBy({ tier: 'system' }, {}, held('component'))).toEqual({})
    expect(impliedBy({ tier: 'system' }, {}, held(null, true))).toEqual({})
  })
})
