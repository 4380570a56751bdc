import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseError } from '../errors.ts'

/** Who runs the server process. PostgreSQL refuses to run as root, so root lends it another account. */
export interface Account {
  readonly uid: number
  readonly gid: number
  readonly name: string
  /** True when this process must switch to the account, that is when it is root. */
  readonly lent: boolean
}

/**
 * Chooses the account for the cluster in `cluster`.
 * As a plain user: that user. As root: the owner of an existing cluster, else the owner of the data folder (or of the folder
 * around it) unless that is root, else `postgres`, else `nobody`.
 * @throws DatabaseError `account-missing` when initdb could not name the account (it insists on an entry in the user list).
 */
export function chooseAccount(cluster: string, passwd = '/etc/passwd'): Account {
  const uid = process.getuid?.() ?? 0
  const gid = process.getgid?.() ?? 0
  const users = readUsers(passwd)
  if (uid !== 0) {
    const name = users.find((user) => user.uid === uid)?.name
    if (name === undefined && process.platform === 'linux' && users.length > 0 && !existsSync(cluster)) throw nameless(uid)
    return { uid, gid, name: name ?? String(uid), lent: false }
  }
  if (existsSync(cluster)) {
    const owner = statSync(cluster)
    if (owner.uid !== 0) {
      const name = users.find((user) => user.uid === owner.uid)?.name ?? String(owner.uid)
      return { uid: owner.uid, gid: owner.gid, name, lent: true }
    }
  }
  const dataDir = dirname(resolve(cluster))
  const around = statSync(existsSync(dataDir) ? dataDir : dirname(dataDir))
  const parent = statSync(dirname(dataDir))
  const wanted = [around.uid, parent.uid]
    .map((id) => users.find((user) => user.uid === id && id !== 0))
    .concat(
      users.find((user) => user.name === 'postgres' && user.uid !== 0),
      users.find((user) => user.name === 'nobody'),
    )
    .find((user) => user !== undefined)
  if (wanted === undefined) throw nameless(65_534)
  return { ...wanted, lent: true }
}

/** True when the account may pass through every folder above `path` and read (and pass through) `path` itself. Ignores ACLs. */
export function canReach(account: Account, path: string): boolean {
  if (!account.lent) return true
  for (let at = resolve(path), needed = 0o5; ; at = dirname(at), needed = 0o1) {
    const { uid, gid, mode } = statSync(at)
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
    if (((mode >> shift) & needed) !== needed) return false
    if (at === dirname(at)) return true
  }
}

function readUsers(passwd: string): { name: string; uid: number; gid: number }[] {
  if (!existsSync(passwd)) return []
  return readFileSync(passwd, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map((fields) => ({ name: fields[0] ?? '', uid: Number(fields[2]), gid: Number(fields[3]) }))
}

function nameless(uid: number): DatabaseError {
  return new DatabaseError('account-missing', {
    en: `The user id ${uid} has no name in /etc/passwd, which PostgreSQL needs to create its data: run as root or as a named user, or set DATABASE_URL.`,
    zh: `用户编号 ${uid} 在 /etc/passwd 中没有名称，PostgreSQL 无法创建数据：请以 root 或有名称的用户运行，或设置 DATABASE_URL。`,
  })
}
