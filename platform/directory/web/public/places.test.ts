import { describe, expect, it } from 'vitest'
import { slug } from '../../contract/setup.ts'
import { safeReturn } from '../useArrive.ts'
import { likelyCurrency, slugOf } from './places.ts'

describe('slugOf', () => {
  it.each([['Acme & Söhne GmbH', 'acme-sohne-gmbh'], ['华东精工', 'org'], ['华东 Precision', 'precision'], ['  ', 'org'], [`${'x'.repeat(47)} yz`, 'x'.repeat(47)]])('%s → %s', (name, expected) => {
    expect(slugOf(name)).toBe(expected)
    expect(slug.safeParse(slugOf(name)).success).toBe(true)
  })
})

describe('safeReturn', () => {
  it('stays in this application', () => {
    expect(['/o/acme/risks?q=a', '/'].map(safeReturn)).toEqual(['/o/acme/risks?q=a', '/'])
    for (const path of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', undefined, '/sign-in?return=/x']) expect(safeReturn(path)).toBe('/')
  })
})

it('guesses the currency from the place', () => {
  expect(['Asia/Shanghai', 'Europe/Berlin', 'Europe/London', 'America/New_York'].map(likelyCurrency)).toEqual(['CNY', 'EUR', 'GBP', 'USD'])
})
