import { field, noun } from '@heng/contract'
import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { changedInput, controlOf, createInput, formGroups } from './formModel.ts'

const thing = noun({
  name: 'thing', room: 'things', prefix: 'T', label: 'title',
  fields: {
    title: field.text({ required: true }),
    kind: field.oneOf(['a', 'b', 'c'], { required: true }),
    optional: field.oneOf(['a', 'b', 'c']),
    value: field.level(),
    score: field.number({ writable: false }),
    cost: field.money(),
    note: field.longText(),
    extra: field.json(z.object({ a: z.string() })),
  },
})
const fields = formGroups(thing, [], new Set(), '').flatMap((group) => group.fields)

describe('a form from a declaration', () => {
  it('chooses the control by kind and by number of choices', () => {
    expect([thing.fields.kind, thing.fields.optional, thing.fields.value, thing.fields.extra].map(controlOf)).toEqual(['segmented', 'select', 'level', 'none'])
    expect(controlOf(field.unit())).toBe('record')
  })
  it('leaves out derived fields, and structured ones without a control of their own', () => {
    expect(fields.map(({ name }) => name)).toEqual(['title', 'kind', 'optional', 'value', 'cost', 'note'])
    expect(formGroups(thing, [], new Set(['extra']), '')[0]?.fields.map(({ name }) => name)).toContain('extra')
  })
  it('keeps the groups in order, collects the rest and drops empty groups', () => {
    const groups = formGroups(thing, [{ key: 'x', label: 'X', fields: ['note', 'score', 'gone'] }, { key: 'y', label: 'Y', fields: ['score'] }], new Set(), 'More')
    expect(groups.map(({ key, label, fields: own }) => [key, label, own.map(({ name }) => name)])).toEqual([
      ['x', 'X', ['note']],
      ['other', 'More', ['title', 'kind', 'optional', 'value', 'cost']],
    ])
  })
})

describe('values that are sent', () => {
  it('for a new record are those that were entered, and pass the schema', () => {
    const input = createInput(fields, { title: '  Server ', kind: 'a', optional: null, value: undefined, note: '  ', score: 4 })
    expect(input).toEqual({ title: 'Server', kind: 'a' })
    expect(thing.create.parse(input)).toEqual(input)
  })
  it('for a change are only the differences; an emptied field becomes null', () => {
    const before = { title: 'Server', kind: 'a', optional: 'b', value: 3, note: null, cost: { minor: 5, currency: 'CNY' } }
    const after = { title: 'Server', kind: 'a', optional: undefined, value: null, note: '', cost: { minor: 5, currency: 'CNY' } }
    expect(changedInput(fields, before, after)).toEqual({ optional: null, value: null })
  })
  it('keep zero and false, which are values', () => {
    expect(createInput([{ name: 'n', field: field.number() }, { name: 'b', field: field.boolean() }], { n: 0, b: false })).toEqual({ n: 0, b: false })
  })
})
