import { constants } from 'node:fs'
import { mkdtemp, open, readdir, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Command } from './command.ts'
import { startGroup, type Group } from './group.ts'
import { cancelled, failed, noReport, notInstalled, timeout, tooMuchOutput, type ProbeError } from './problem.ts'
import { progressReader, type Progress } from './progress.ts'

export interface Probe extends Command {
  /** Absolute path, see `findProgram`. */
  readonly program: string
  readonly limits: {
    readonly seconds: number
    /** Of the report on stdout, or of all files together. */
    readonly outputBytes: number
  }
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

export interface Outcome {
  readonly exitCode: number
  /** The last 4 kB of it; with a report in a file, of stdout as well. */
  readonly stderr: string
}

/** A run: it begins when the report is read, and ends with it. */
export interface Running {
  /** The report. Whoever stops reading ends the program. Throws ProbeError when the program fails, also after much of the report. */
  readonly report: AsyncIterable<Uint8Array>
  /** Settles once the report is read; rejects with what reading it threw, or with `cancelled` when it was not read to its end. */
  readonly outcome: Promise<Outcome>
}

const tailBytes = 4_096
/** How often the size of files is looked at, in ms. */
const lookEvery = 250

const sizeOf = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name)).then(({ size }) => size, () => 0)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function* fileOf(path: string, program: string): AsyncGenerator<Uint8Array> {
  // Not through a link that the program may have been led to make.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => undefined)
  if (file === undefined) throw noReport(program)
  try {
    if (!(await file.stat()).isFile()) throw noReport(program)
    yield* file.createReadStream({ autoClose: false })
  } finally {
    await file.close()
  }
}

async function* reportOf(probe: Probe, end: (outcome: Outcome) => void): AsyncGenerator<Uint8Array> {
  const { program, args, stdin, report, successCodes, limits, signal, onProgress } = probe
  const name = basename(program)
  const isAborted = (): boolean => signal?.aborted === true
  if (isAborted()) throw cancelled(name)
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'heng-probe-')))
  let group: Group | undefined
  let problem: ProbeError | undefined
  const remove = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    group?.release()
  }
  const stop = (why: ProbeError): void => {
    problem ??= why
    group?.stop()
    // Also when nobody reads on.
    void group?.closed.then(remove).catch(() => undefined)
  }
  const abort = (): void => stop(cancelled(name))
  signal?.addEventListener('abort', abort)
  const timer = setTimeout(() => stop(timeout(name, limits.seconds)), limits.seconds * 1_000)
  const look = async (): Promise<void> => ((await sizeOf(folder)) > limits.outputBytes ? stop(tooMuchOutput(name, limits.outputBytes)) : undefined)
  const looking = setInterval(() => void look(), lookEvery)
  try {
    group = startGroup(program, args.map((arg) => (typeof arg === 'string' ? arg : join(folder, arg.file))), folder, stdin)
    if (isAborted()) abort()
    let said = Buffer.alloc(0)
    const hear = (piece: Buffer): void => void (said = Buffer.concat([said, piece]).subarray(-tailBytes))
    const { stdout, stderr } = group.child
    stderr!.on('data', hear)
    if (report === 'stdout') {
      const read = onProgress === undefined ? undefined : progressReader(onProgress)
      let bytes = 0
      for await (const piece of stdout!.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        bytes += piece.length
        if (bytes > limits.outputBytes) stop(tooMuchOutput(name, limits.outputBytes))
        if (problem !== undefined) throw problem
        read?.(piece)
        yield piece
      }
    } else stdout!.on('data', hear)
    const { exitCode, signal: by } = await group.closed
    if (report !== 'stdout') await look()
    if (problem !== undefined) throw problem
    const told = said.toString('utf8')
    if (exitCode === null || !successCodes.includes(exitCode)) throw failed(name, exitCode, by, told)
    // The program has ended in time; how long its file is read is up to the reader.
    clearTimeout(timer)
    clearInterval(looking)
    if (report !== 'stdout') {
      for await (const piece of fileOf(join(folder, report.file), name)) {
        if (problem !== undefined) throw problem
        yield piece
      }
    }
    if (problem !== undefined) throw problem
    end({ exitCode, stderr: told })
  } catch (error) {
    if (problem !== undefined) throw problem
    const { code, syscall } = error as NodeJS.ErrnoException
    throw syscall?.startsWith('spawn') === true && (code === 'ENOENT' || code === 'EACCES') ? notInstalled(name) : error
  } finally {
    clearTimeout(timer)
    clearInterval(looking)
    signal?.removeEventListener('abort', abort)
    group?.stop()
    await group?.closed.catch(() => undefined)
    await remove()
  }
}

/**
 * Runs a program in a process group and a private folder of its own, both gone afterwards. A reader who is slow makes the program wait.
 * Errors are ProbeErrors: `notInstalled`, `timeout`, `tooMuchOutput`, `failed`, `cancelled`, `noReport`.
 */
export const runProbe = (probe: Probe): Running => {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
  // Whoever only reads the report hears of the error there.
  promise.catch(() => undefined)
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      yield* reportOf(probe, resolve)
    } catch (error) {
      reject(error)
      throw error
    } finally {
      reject(cancelled(basename(probe.program)))
    }
  }
  return { report: read(), outcome: promise }
}
