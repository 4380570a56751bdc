import { diskFull } from '@heng/database'
import { visibleError } from '@heng/server-kit'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { refusalLine } from './refusal.ts'

const system = (code: string, more: object = {}) => Object.assign(new Error(`${code}: something\nsecond line`), { code }, more)

describe('a refused start', () => {
  it.each([
    [system('EADDRINUSE', { port: 4600 }), 'Port 4600 is taken'],
    [system('EACCES', { port: 80 }), 'may not listen on port 80'],
    [system('EACCES', { path: '/srv/heng/secret' }), 'Cannot write /srv/heng/secret'],
    [system('EROFS', { path: '/srv/heng' }), 'Cannot write /srv/heng'],
    [system('ENOSPC', { path: '/srv/heng/secret' }), 'The disk of /srv/heng/secret is full'],
    [system('EADDRNOTAVAIL', { address: '10.9.9.9' }), 'no address 10.9.9.9'],
    [diskFull('FATAL:  could not write to file "pg_wal/xlogtemp.1": No space left on device', '/srv/heng/postgres'), 'The disk of /srv/heng/postgres is full'],
    [diskFull('FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 10', '/srv'), 'The disk of /srv is full'],
  ])('says %s in one line of both languages', (error, expected) => {
    const line = refusalLine(error)
    expect(line).toContain(expected)
    expect(line).toMatch(/^[^\n]+ · [^\n]*[\u4e00-\u9fff][^\n]*$/)
  })

  it('says in one line what it has no words for', () => {
    expect(refusalLine(system('EWHAT'))).toBe('EWHAT: something')
  })

  it('does not take another complaint for a full disk', () => {
    expect(diskFull('FATAL:  could not open file "global/pg_filenode.map"', tmpdir())).toBeUndefined()
    expect(diskFull('', tmpdir())).toBeUndefined()
  })
})

describe('a full disk while running', () => {
  it.each(['53100', 'ENOSPC', 'EDQUOT'])('is told to the caller (%s)', (code) => {
    expect(visibleError(system(code))).toMatchObject({ code: 'storageFull', status: 507 })
  })
})
