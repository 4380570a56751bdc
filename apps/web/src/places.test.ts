import { tileIds } from '@heng/home/contract'
import { messages } from '@heng/home/locales'
import { places } from '@heng/home/places'
import { locales } from '@heng/contract'
import { describe, expect, it } from 'vitest'
import { rooms } from './rooms.ts'

const pages = new Set(rooms.flatMap(({ pages: own = [], nouns = [] }) => [...own.map(({ path }) => path), ...nouns.map(({ path }) => path)]))

describe('the places of the home page', () => {
  it.each(Object.entries(places))('the step "%s" leads to a page: %s', (_, place) => expect(pages).toContain(place.split('?')[0]))

  it('are named in both languages', () => {
    for (const locale of locales) expect(Object.keys(messages[locale].tiles).toSorted()).toEqual(tileIds.toSorted())
  })
})
