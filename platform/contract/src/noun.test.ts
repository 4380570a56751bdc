import { describe, expect, it } from 'vitest'
import { field, noun, registerOperations, operationsOf, metaOf, negotiateLocale, fill, type MessagesOf, type Row } from './index.ts'

const tool = noun({
  name: 'tool', room: 'tools', prefix: 'T', label: 'name',
  fields: {
    name: field.text({ required: true }),
    kind: field.oneOf(['saw', 'drill'], { required: true }),
    worth: field.level(),
    cost: field.money(),
    score: field.integer({ writable: false }),
  },
})

describe('noun', () => {
  it('derives create, update and row schemas from one declaration', () => {
    expect(tool.create.safeParse({ name: ' Bosch ', kind: 'saw' }).data).toEqual({ name: 'Bosch', kind: 'saw' })
    expect(tool.create.safeParse({ kind: 'saw' }).success).toBe(false)
    expect(tool.create.safeParse({ name: 'x', kind: 'saw', score: 3 }).success).toBe(false)
    expect(tool.update.safeParse({ worth: null }).success).toBe(true)
    expect(tool.update.safeParse({ name: null }).success).toBe(false)
    expect(tool.create.safeParse({ name: 'a\u0000b', kind: 'saw' }).success).toBe(false)
    const row: Pick<Row<typeof tool>, 'name' | 'kind' | 'worth'> = { name: 'x', kind: 'saw', worth: null }
    const messages: MessagesOf<typeof tool> = {
      one: 'Tool', many: 'Tools', about: '…',
      fields: { name: 'Name', kind: 'Kind', worth: 'Worth', cost: 'Cost', score: 'Score' },
      values: { kind: { saw: 'Saw', drill: 'Drill' } },
    }
    expect([row.kind, messages.values.kind.drill]).toEqual(['saw', 'Drill'])
  })

  it('tells in lists of many records how many and the first, in the record all of them', () => {
    const box = noun({ name: 'box', room: 'tools', prefix: 'B', label: 'name', fields: { name: field.text({ required: true }), tools: field.records('tool', { brief: true }), lids: field.records('tool') } })
    const id = '01a20612-6c67-7381-a35c-b2160edcb670'
    const fields = (schema: typeof box.row | typeof box.listed) => schema.pick({ tools: true, lids: true } as never)
    expect(fields(box.listed).safeParse({ tools: { count: 9, first: [id] }, lids: [id] }).success).toBe(true)
    expect(fields(box.listed).safeParse({ tools: [id], lids: [id] }).success).toBe(false)
    expect(fields(box.row).safeParse({ tools: [id], lids: [id] }).success).toBe(true)
    expect(box.update.safeParse({ tools: { count: 9, first: [id] } }).success).toBe(false)
  })

  it('derives the operations of a register, each with a permission and an organisation', () => {
    const metas = operationsOf(registerOperations(tool, '/tools')).map(metaOf)
    expect(metas.map((m) => m.id)).toEqual(['tool.list', 'tool.get', 'tool.create', 'tool.update', 'tool.archive', 'tool.restore', 'tool.bulk'])
    expect(metas.every((m) => m.path.startsWith('/orgs/{org}/tools'))).toBe(true)
    expect(metas.filter((m) => !m.writes).map((m) => m.id)).toEqual(['tool.list', 'tool.get'])
  })
})

describe('locale', () => {
  it('negotiates and fills', () => {
    expect(negotiateLocale('fr, zh-TW;q=0.8, en;q=0.4')).toBe('zh-CN')
    expect(negotiateLocale('de')).toBe('en')
    expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}')
  })
})
