import { describe, expect, it } from 'vitest'
import { returnTarget } from './returnTarget.ts'

describe('the way back after signing in', () => {
  it('leads to paths of this site', () => {
    expect(returnTarget('/o/acme/assets?q=核心&open=1')).toBe('/o/acme/assets?q=核心&open=1')
  })
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example', '', undefined, ['/a']])('refuses %j', (value) => {
    expect(returnTarget(value)).toBe('/')
  })
})
