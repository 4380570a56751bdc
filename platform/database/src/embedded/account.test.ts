import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canReach, chooseAccount } from './account.ts'

const isRoot = process.getuid?.() === 0
let home: string
let passwd: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'heng-account-'))
  chmodSync(home, 0o755)
  passwd = join(home, 'passwd')
  writeFileSync(passwd, 'root:x:0:0:::\npostgres:x:7001:7002:::\nnobody:x:65534:65534:::\nalice:x:7100:7101:::\n')
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

function folder(name: string, owner: number): string {
  const path = join(home, name)
  mkdirSync(path)
  chownSync(path, owner, owner)
  return path
}

describe.runIf(isRoot)('chooseAccount as root', () => {
  it('takes the owner of an existing cluster, also one without a name', () => {
    const data = folder('existing', 0)
    mkdirSync(join(data, 'postgres'))
    chownSync(join(data, 'postgres'), 7_777, 7_778)
    expect(chooseAccount(join(data, 'postgres'), passwd)).toEqual({ uid: 7_777, gid: 7_778, name: '7777', lent: true })
  })

  it('takes the owner of the data folder or of the folder around it, when named', () => {
    expect(chooseAccount(join(folder('alices', 7_100), 'postgres'), passwd)).toMatchObject({ name: 'alice', uid: 7_100, gid: 7_101 })
    expect(chooseAccount(join(folder('clone', 7_100), 'data', 'postgres'), passwd)).toMatchObject({ name: 'alice' })
    expect(chooseAccount(join(folder('volume', 7_999), 'postgres'), passwd)).toMatchObject({ name: 'postgres' })
  })

  it('takes postgres, then nobody, and says so when there is neither', () => {
    const data = folder('roots', 0)
    expect(chooseAccount(join(data, 'postgres'), passwd)).toEqual({ uid: 7_001, gid: 7_002, name: 'postgres', lent: true })
    writeFileSync(join(home, 'small'), 'root:x:0:0:::\nnobody:x:65534:65534:::\n')
    expect(chooseAccount(join(data, 'postgres'), join(home, 'small'))).toMatchObject({ name: 'nobody' })
    expect(() => chooseAccount(join(data, 'postgres'), join(home, 'absent'))).toThrow(/has no name in \/etc\/passwd/)
  })
})

describe('canReach', () => {
  it.runIf(isRoot)('asks owner, group and others, in this order, of every folder above', () => {
    const deep = join(folder('a', 7_100), 'b')
    mkdirSync(deep)
    const account = (uid: number, gid: number) => ({ uid, gid, name: 'x', lent: true })
    chmodSync(join(home, 'a'), 0o750)
    expect(canReach(account(7_100, 1), deep)).toBe(true)
    expect(canReach(account(1, 7_100), deep)).toBe(true)
    expect(canReach(account(1, 1), deep)).toBe(false)
    chmodSync(join(home, 'a'), 0o701)
    expect(canReach(account(1, 1), deep)).toBe(true)
    expect(canReach(account(1, 7_100), deep)).toBe(false)
  })

  it('trusts the process itself', () => {
    expect(canReach({ uid: 1, gid: 1, name: 'self', lent: false }, '/nowhere')).toBe(true)
  })
})
