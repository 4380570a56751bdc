import { access, constants, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { safePath } from './paths.ts'
import { invalid, notInstalled, ProbeError } from './problem.ts'
import { runProbe } from './run.ts'

export const programNames = ['nmap', 'lynis', 'oscap'] as const
export type ProgramName = (typeof programNames)[number]

export interface Program {
  readonly name: ProgramName
  /** Absolute. */
  readonly path: string
  /** As the program tells it: `7.93`. */
  readonly version: string
}

const isRunnable = (path: string): Promise<boolean> =>
  Promise.all([stat(path), access(path, constants.X_OK)]).then(([found]) => found.isFile(), () => false)

/** What everybody may replace is not run by the server; a sticky folder such as /tmp is one of these. */
const isOpen = async (path: string): Promise<boolean> => {
  const real = await realpath(path)
  const both = await Promise.all([stat(real), stat(dirname(real)), stat(dirname(path))])
  return both.some(({ mode }) => (mode & 0o002) !== 0)
}

const versionOf = async (name: ProgramName, path: string): Promise<string> => {
  const running = runProbe({ program: path, args: ['--version'], report: 'stdout', successCodes: [0], limits: { seconds: 10, outputBytes: 65_536 } })
  let told = ''
  for await (const piece of running.report) told += Buffer.from(piece).toString('utf8')
  const version = /\d+(?:\.\d+)+[\w.+-]*/.exec(told)?.[0]
  if (version === undefined) throw invalid(`${path} does not tell a version as ${name} does.`, `${path} 未给出 ${name} 的版本号。`)
  return version
}

/**
 * Finds a program where administrators install programs, or at the path that is configured, which must be absolute.
 * @throws ProbeError `notInstalled`; `invalid` when the path is not absolute, when everybody may replace the program, or when it tells no version.
 */
export const findProgram = async (name: ProgramName, configured?: string): Promise<Program> => {
  if (configured !== undefined && !isAbsolute(configured)) throw invalid(`The path of ${name} must be absolute.`, `${name} 的路径必须是绝对路径。`)
  for (const path of configured === undefined ? safePath.map((folder) => join(folder, name)) : [configured]) {
    if (!(await isRunnable(path))) continue
    if (await isOpen(path)) throw invalid(`${path} is not run: everybody on this server may replace it.`, `${path} 可被本服务器任意用户替换，不予运行。`)
    return { name, path, version: await versionOf(name, path) }
  }
  throw notInstalled(name)
}

/** All three programs, each found or with the reason why not. */
export const findPrograms = async (configured: Readonly<Partial<Record<ProgramName, string>>> = {}): Promise<Readonly<Record<ProgramName, Program | ProbeError>>> => {
  const told = (error: unknown): ProbeError => {
    if (error instanceof ProbeError) return error
    throw error
  }
  const found = await Promise.all(programNames.map(async (name) => [name, await findProgram(name, configured[name]).catch(told)] as const))
  return Object.fromEntries(found) as Record<ProgramName, Program | ProbeError>
}
