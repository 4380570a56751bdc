import { describe, expect, it } from 'vitest'
import { slug } from '../../contract/setup.ts'
import { likelyCurrency, slugOf } from './places.ts'

describe('slugOf', () => {
  it.each([['Acme & Söhne GmbH', 'acme-sohne-gmbh'], ['华东精工', 'org'], ['华东 Precision', 'precision'], ['  ', 'org'], [`${'x'.repeat(47)} yz`, 'x'.repeat(47)]])('%s → %s', (name, expected) => {
    expect(slugOf(name)).toBe(expected)
    expect(slug.safeParse(slugOf(name)).success).toBe(true)
  })
})

it('guesses the currency from the place', () => {
  expect(['Asia/Shanghai', 'Europe/Berlin', 'Europe/London', 'America/New_York'].map(likelyCurrency)).toEqual(['CNY', 'EUR', 'GBP', 'USD'])
})
