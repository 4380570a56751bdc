import { countStatements } from '@heng/server-kit'
import { createWorld, gadgets, gadgetsModule, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { records } from '../../contract/index.ts'
import { module } from '../module.ts'
import { matchesOf } from './snippet.ts'

const { find } = records.search
let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await createWorld([gadgetsModule, module])
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})
afterAll(() => world.close())

const make = async (name: string, values: object = {}) => (await manager.call(gadgets.gadget.create, { name, ...values })).id
const titles = async (q: string, input: object = {}, who = manager) => (await who.call(find, { q, ...input })).items.map((i) => i.title)

describe('global search', () => {
  it('finds two-character Chinese words, and ranks reference, beginning, title, text', async () => {
    await make('备份服务器', { note: '存放客户数据，每日备份' })
    await make('客户数据库')
    const archived = await make('数据总线')
    await make('大数据平台')
    await make('Order system', { note: 'x'.repeat(200) + ' 含数据字典 ' + 'y'.repeat(200) })
    await manager.call(gadgets.gadget.archive, { id: archived, version: 1 })
    expect(await titles('数据')).toEqual(['客户数据库', '大数据平台', '备份服务器', 'Order system', '数据总线'])
    expect(await titles('数据 备份')).toEqual(['备份服务器'])
    expect(await titles('g-0002')).toEqual(['客户数据库'])
    expect(await titles('没有')).toEqual([])
    await make('100% 覆盖')
    await make('1000 项')
    expect(await titles('100%')).toEqual(['100% 覆盖'])
    expect(await titles('  ')).toEqual([])
    const { items, counts } = await manager.call(find, { q: '数据' })
    expect(counts).toEqual([{ noun: 'gadget', total: 5 }])
    const order1 = items.find((i) => i.title === 'Order system')!
    expect(order1.snippet!.text).toMatch(/^…x+ 含数据字典 y+…$/)
    for (const [start, length] of order1.snippet!.matches) expect(order1.snippet!.text.slice(start, start + length)).toBe('数据')
    expect(items.find((i) => i.title === '大数据平台')).toMatchObject({ titleMatches: [[1, 2]], snippet: null })
  })

  it('spreads over nouns, restricts to some, and costs one statement', async () => {
    const id = await make('Spread one')
    for (let i = 0; i < 12; i += 1) await make(`Spread ${i}`)
    await manager.call(gadgets.ticket.create, { title: 'About the spread', gadget: id })
    const all = await manager.call(find, { q: 'spread' })
    expect(all.items.filter((i) => i.noun === 'gadget')).toHaveLength(8)
    expect(all.items.at(-1)).toMatchObject({ noun: 'ticket', title: 'About the spread', titleMatches: [[10, 6]] })
    expect(all.counts.toSorted((a, b) => a.noun.localeCompare(b.noun))).toEqual([{ noun: 'gadget', total: 13 }, { noun: 'ticket', total: 1 }])
    expect((await manager.call(find, { q: 'spread', nouns: ['gadget'] })).items).toHaveLength(13)
    expect(await titles('spread', { nouns: ['ticket'] })).toEqual(['About the spread'])
    expect(await titles('spread', { nouns: ['nothing'] })).toEqual([])
    // Session and membership come before: what the search itself adds is one.
    const { statements: empty } = await countStatements(() => manager.call(find, { q: ' ' }))
    const { statements } = await countStatements(() => manager.call(find, { q: 'spread' }))
    expect(statements - empty).toBe(1)
  })

  it('shows only what the caller may read', async () => {
    const [owner, head, stranger] = [await org.actor(), await org.actor([{ role: 'departmentHead', unit: org.rootUnit }]), await (await world.organisation()).actor(['ismsManager'])]
    await make('Reach owned', { owner: owner.personId })
    await make('Reach in unit', { unit: org.rootUnit })
    await make('Reach nobody')
    expect((await titles('reach')).length).toBe(3)
    expect(await titles('reach', {}, owner)).toEqual(['Reach owned'])
    expect(await titles('reach', {}, head)).toEqual(['Reach in unit'])
    expect(await titles('reach', {}, stranger)).toEqual([])
    expect((await stranger.refusal(find, { q: 'reach', org: org.slug })).status).toBe(404)
  })
})

describe('matchesOf', () => {
  it('marks places in order without overlaps', () => {
    expect(matchesOf('信息安全与安全', ['安全', '信息安全'])).toEqual([[0, 4], [5, 2]])
    expect(matchesOf('Router ROUTER', ['router'])).toEqual([[0, 6], [7, 6]])
    expect(matchesOf('İstanbul', ['i'])).toEqual([])
    fc.assert(fc.property(fc.string(), fc.array(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (text, needles) => {
      const found = matchesOf(text, needles.map((n) => n.toLowerCase()))
      found.forEach(([at, length], i) => {
        expect(length).toBeGreaterThan(0)
        expect(at + length).toBeLessThanOrEqual(text.length)
        if (i > 0) expect(at).toBeGreaterThanOrEqual(found[i - 1]![0] + found[i - 1]![1])
      })
    }))
  })
})
