import { describe, expect, it } from 'vitest'
import { exportQuery } from '../server/export/query.ts'
import { device } from './device.ts'
import { exportColumns, exportUrl } from '../web/actions/exportUrl.ts'

describe('the address of an export', () => {
  it('says to the server what the list says', () => {
    const state = { q: ' 邮件 ', filter: { kind: ['server', 'phone'], level: ['3..'], owner: ['-'] }, sort: '-name', archived: 'all', open: 'new' } as const
    const url = exportUrl('a b', 'devices', state, 'zh-CN', { format: 'xlsx', columns: ['reference', 'name'] })
    expect(url).toMatch(/^\/api\/v1\/orgs\/a%20b\/devices\/export\?/)
    expect(exportQuery(new URL(url, 'http://localhost').searchParams)).toEqual({
      format: 'xlsx', columns: ['reference', 'name'], locale: 'zh-CN',
      list: { q: '邮件', filter: { kind: ['server', 'phone'], level: '3..', owner: '-' }, sort: '-name', archived: 'all' },
    })
    const plain = exportUrl('acme', 'devices', { q: '', filter: {}, sort: undefined, archived: 'active', open: undefined }, 'en', { format: 'csv' })
    expect(exportQuery(new URL(plain, 'http://localhost').searchParams)).toEqual({ format: 'csv', columns: undefined, locale: 'en', list: {} })
  })

  it('keeps what names a record, and leaves out what has no column', () => {
    expect(exportColumns(device as never, ['level', 'name', 'updatedAt', 'gone'])).toEqual(['reference', 'name', 'level', 'updatedAt'])
  })
})
