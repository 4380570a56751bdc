import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { DatabaseError, diskFull, errorCode, errorText } from '../errors.ts'
import { canReach } from './account.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { passwordFile } from './paths.ts'
import { isAlive } from './pidfile.ts'
import { hengConf, PG_HBA, POSTGRESQL_CONF } from './settings.ts'
import type { SettingsChoice } from './settings.ts'

/** Superuser and owner of every table. */
export const OWNER = 'heng_owner'

/**
 * Makes sure that `cluster` holds a cluster of our major version with our settings. A new one is made beside it and renamed into
 * place, so that a killed start leaves no half cluster and of two simultaneous first starts one wins.
 * @throws DatabaseError `other-major`, `data-unusable`, `start-failed`
 */
export async function ensureCluster(
  cluster: string,
  binaries: Binaries,
  account: Account,
  choice: SettingsChoice,
): Promise<'new' | 'existing'> {
  sweepStaging(cluster)
  const isNew = !existsSync(cluster)
  if (isNew) await createCluster(cluster, binaries, account)
  checkCluster(cluster, binaries, account)
  writeOwned(join(cluster, 'heng.conf'), hengConf(choice), account)
  return isNew ? 'new' : 'existing'
}

/** The password of the superuser. @throws DatabaseError `data-unusable` when the file is gone or closed to us. */
export function readPassword(cluster: string): string {
  try {
    return readFileSync(passwordFile(cluster), 'utf8').trim()
  } catch (error) {
    throw new DatabaseError('data-unusable', {
      en: `Cannot read the database password in ${passwordFile(cluster)}: ${errorText(error)}.`,
      zh: `无法读取数据库密码文件 ${passwordFile(cluster)}：${errorText(error)}。`,
    })
  }
}

/**
 * Checks that an existing cluster is the account's and of our major version.
 * @throws DatabaseError `data-unusable`, `other-major`
 */
export function checkCluster(cluster: string, binaries: Binaries, account: Account): void {
  checkOwner(cluster, account)
  let major: string
  try {
    major = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    throw new DatabaseError('data-unusable', {
      en: `${cluster} is not a PostgreSQL data folder that we can read (${errorText(error)}): name another data folder in HENG_DATA.`,
      zh: `${cluster} 不是可读取的 PostgreSQL 数据文件夹（${errorText(error)}）：请在 HENG_DATA 中指定其他数据文件夹。`,
    })
  }
  if (major === String(binaries.major)) return
  throw new DatabaseError('other-major', {
    en: `${cluster} belongs to PostgreSQL ${major}, this Heng brings ${binaries.major}: run "heng backup" with the Heng that made it, then "heng restore" here into a new data folder.`,
    zh: `${cluster} 属于 PostgreSQL ${major}，本版 Heng 使用 ${binaries.major}：请用原版 Heng 执行 "heng backup"，再用本版将其 "heng restore" 到新的数据文件夹。`,
  })
}

/** The folder as a process of the account has to name it: by path, or as its own working folder where the path is closed to it. */
export function nameFor(account: Account, folder: string): string {
  return process.platform === 'linux' && !canReach(account, dirname(folder)) ? '/proc/self/cwd' : folder
}

async function createCluster(cluster: string, binaries: Binaries, account: Account): Promise<void> {
  const staging = `${cluster}.new-${process.pid}-${randomBytes(3).toString('hex')}`
  const pgdata = join(staging, 'data')
  const password = randomBytes(24).toString('base64url')
  try {
    for (const folder of [staging, pgdata]) makeOwned(folder, account)
    writeOwned(join(staging, 'password'), password, account)
    await run(join(binaries.root, 'bin', 'initdb'), initdbArguments(nameFor(account, pgdata)), pgdata, account)
    writeOwned(join(pgdata, 'pg_hba.conf'), PG_HBA, account)
    writeOwned(join(pgdata, 'postgresql.conf'), POSTGRESQL_CONF, account)
    writeOwned(passwordFile(pgdata), password, account)
    makeOwned(join(pgdata, 'log'), account)
    renameSync(pgdata, cluster)
  } catch (error) {
    // The other of two first starts was quicker: its cluster is as good as ours.
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) throw error
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

function initdbArguments(pgdata: string): string[] {
  return [
    `--pgdata=${pgdata}`,
    `--pwfile=${pgdata}/../password`,
    `--username=${OWNER}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-instructions',
  ]
}

async function run(program: string, args: string[], cwd: string, account: Account): Promise<void> {
  const identity = account.lent ? { uid: account.uid, gid: account.gid } : {}
  try {
    await promisify(execFile)(program, args, { cwd, ...identity, timeout: 120_000, env: { PATH: process.env['PATH'], LC_ALL: 'C' } })
  } catch (error) {
    const said = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr).trim() : ''
    const reason = said.split('\n').find((line) => /error:|FATAL:|PANIC:/.test(line)) ?? (said.split('\n').at(-1) || errorText(error))
    throw diskFull(said, dirname(dirname(cwd))) ?? new DatabaseError(
      'start-failed',
      {
        en: `Cannot create the database in ${dirname(dirname(cwd))} as "${account.name}": ${reason}`,
        zh: `无法以账户 "${account.name}" 在 ${dirname(dirname(cwd))} 中创建数据库：${reason}`,
      },
      error,
    )
  }
}

function checkOwner(cluster: string, account: Account): void {
  const { uid } = statSync(cluster)
  if (uid === account.uid) return
  throw new DatabaseError('data-unusable', {
    en: `${cluster} belongs to user id ${uid}, this is "${account.name}" (${account.uid}): start as its owner or as root, or change its owner with chown -R.`,
    zh: `${cluster} 属于用户编号 ${uid}，当前为 "${account.name}"（${account.uid}）：请以其所有者或 root 启动，或用 chown -R 更改所有者。`,
  })
}

// A first start that was killed leaves its staging folder; the process id in the name tells whether it is still at work.
function sweepStaging(cluster: string): void {
  const prefix = `${basename(cluster)}.new-`
  for (const name of readdirSync(dirname(cluster))) {
    if (name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10))) {
      rmSync(join(dirname(cluster), name), { recursive: true, force: true })
    }
  }
}

function makeOwned(folder: string, account: Account): void {
  mkdirSync(folder, { mode: 0o700 })
  if (account.lent) chownSync(folder, account.uid, account.gid)
}

function writeOwned(file: string, text: string, account: Account): void {
  writeFileSync(file, text, { mode: 0o600 })
  if (account.lent) chownSync(file, account.uid, account.gid)
}
