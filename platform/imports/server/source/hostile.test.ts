import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { imports } from '../../contract/index.ts'
import { deviceModule } from '../../testing/device.ts'
import { dryRun, rowsOf, upload } from '../../testing/driver.ts'
import { utf8 } from '../../testing/files.ts'
import { module } from '../module.ts'
import { mostRows } from './table.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await createWorld([deviceModule, module])
  await world.composition.startWorker()
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})
afterAll(() => world.close())

const refusal = async (bytes: Buffer, name = 'list.csv') => {
  const { body } = await upload(world, org, manager, bytes, name)
  const { code, message, data } = await manager.refusal(imports.import.create, { noun: 'device', uploadId: body.uploadId }, { headers: { 'accept-language': 'zh-CN' } })
  return { code, message, problem: (data as { problem?: string } | undefined)?.problem }
}
const bomb = async (): Promise<Buffer> => {
  const book = new excel.Workbook()
  book.addWorksheet('x').addRows([['Name'], ['a'.repeat(20_000_000)]])
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('a file that means harm', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string, RegExp]>([
    ['an archive that unpacks to a thousand times its size', bomb, 'zip-ratio', /./],
    ['more columns than any list has', () => utf8([Array.from({ length: 501 }, (_, i) => `c${i}`), ['x']]), 'columns', /500/],
    ['a cell without end', () => utf8([['Name'], ['x'.repeat(40_000)]]), 'cell-length', /32767|32,767/],
    ['more rows than one import takes', () => Buffer.from(`Name\n${'x\n'.repeat(mostRows + 1)}`), 'rows', /200000|200,000/],
    ['bytes that are no text', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]), 'encoding', /./],
  ])('is refused when it arrives: %s', async (_, make, problem, words) => {
    const found = await refusal(await make())
    expect(found).toMatchObject({ code: 'import.unreadable', problem })
    expect(found.message).toMatch(words)
    expect(found.message).toMatch(/^无法读取文件：.*\p{Script=Han}/u)
  })

  it('has its formulas taken as text, never worked out, and its control characters refused by row', async () => {
    const { id, report } = await dryRun(world, org, manager, utf8([['Name', 'Kind'], ["=HYPERLINK(\"http://evil.example\",\"x\")", 'server'], ['a\u0007b', 'server']]))
    expect(report.counts).toMatchObject({ create: 1, error: 1 })
    expect((await rowsOf(manager, id, 'create'))[0]!.values.name).toBe('=HYPERLINK("http://evil.example","x")')
    expect((await rowsOf(manager, id, 'error'))[0]!.problems).toMatchObject([{ field: 'name', code: 'controlCharacter' }])
  })
})
