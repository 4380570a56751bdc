import { field, noun, type AnyNoun } from '@heng/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bulkFields } from './bulk.ts'
import { shownColumns, standardColumns } from './columns.ts'

const thing = noun({
  name: 'thing', room: 'things', prefix: 'T', label: 'title',
  fields: {
    value: field.level({ writable: false }),
    title: field.text({ required: true }),
    owner: field.person(),
    cost: field.money({ inList: false }),
    details: field.json(z.object({})),
  },
})

describe('columns of a register', () => {
  it('start with reference and name and follow the fields that are listed', () => {
    expect(standardColumns(thing)).toEqual(['reference', 'title', 'value', 'owner'])
  })
  it('keep their order and their name column whatever was chosen or stored', () => {
    expect(shownColumns(thing, ['cost', 'gone', 'details', 'value']).map(({ name }) => name)).toEqual(['reference', 'title', 'value', 'cost'])
  })
  it('leave room for a name that is a sentence', () => {
    const told = noun({ name: 'told', room: 'things', prefix: 'T', label: 'title', fields: { title: field.text({ required: true, max: 500 }), owner: field.person(), unit: field.unit() } })
    const width = (of: AnyNoun, name: string) => shownColumns(of, standardColumns(of)).find((one) => one.name === name)!.width
    expect(width(told, 'title')).toBeGreaterThan(width(thing, 'title'))
    expect(width(told, 'owner')).toBeLessThan(width(thing, 'owner'))
  })
  it('align figures at the end', () => {
    expect(shownColumns(thing, ['cost']).find(({ name }) => name === 'cost')?.align).toBe('end')
  })
  it('offer for bulk change neither the name nor what the server derives', () => {
    expect(bulkFields(thing).map(([name]) => name)).toEqual(['owner', 'cost'])
  })
})
