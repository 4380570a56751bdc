import { spawn, type ChildProcess } from 'node:child_process'
import type { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { safePath } from './paths.ts'

/** Between SIGTERM and SIGKILL, in ms. */
const grace = 3_000
/** How long killed helpers are waited for, in ms: a large one needs a tenth of a second; a container without an init process never collects them. */
const patience = 2_000

export interface Ended {
  /** null when a signal ended the program. */
  readonly exitCode: number | null
  readonly signal: string | null
}

/** A program that runs in a process group of its own. */
export interface Group {
  readonly child: ChildProcess
  /** Once nobody of the group runs and its output is closed; rejects when the program could not be started. */
  readonly closed: Promise<Ended>
  /** Ends the whole group: SIGTERM, after a while SIGKILL; what it has written and nobody read is lost. */
  readonly stop: () => void
  /** To be called once the folder is gone, which until then is guarded. */
  readonly release: () => void
}

/** @returns false when nobody is left in the group. */
const signalGroup = (leader: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(-leader, signal)
  } catch {
    return false
  }
}

const emptied = async (leader: number): Promise<void> => {
  for (const end = Date.now() + patience; Date.now() < end && signalGroup(leader, 0);) await sleep(5)
}

/** Ends the group and removes its folder when this process goes, however it goes: see `guard.ts` for what its stdin tells it. */
const guard = (leader: number, folder: string): Writable => {
  const program = fileURLToPath(new URL('./guard.ts', import.meta.url))
  const child = spawn(process.execPath, [program, String(leader), folder], { cwd: '/', env: {}, detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  // Without a guard the program is not left running.
  child.once('error', () => void signalGroup(leader, 'SIGKILL'))
  child.stdin.on('error', () => undefined)
  child.unref()
  return child.stdin
}

/**
 * Starts a program, never through a shell, with no environment but PATH, LANG and the folder as its home, working and temporary folder.
 * Its group is guarded by a small process beside, so that nothing is left when this one is killed.
 */
export const startGroup = (program: string, args: readonly string[], folder: string, stdin: string | undefined): Group => {
  const env = { PATH: safePath.join(':'), LANG: 'C', LC_ALL: 'C', HOME: folder, TMPDIR: folder }
  const child = spawn(program, args, { cwd: folder, env, detached: true, stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] })
  const { pid } = child
  const guarded = pid === undefined ? undefined : guard(pid, folder)
  let hasEnded = false
  let isStopped = false
  let killing: NodeJS.Timeout | undefined
  const discard = (): void => {
    child.stdout?.destroy()
    child.stderr?.destroy()
  }
  child.once('exit', () => {
    hasEnded = true
    clearTimeout(killing)
    // Helpers that the program left behind: nobody reads what they find.
    signalGroup(pid!, 'SIGKILL')
    // Its number may become another's: from now on only the folder is guarded.
    guarded?.write('ended')
    if (isStopped) discard()
  })
  const closed = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode, signal) => void emptied(pid!).then(() => resolve({ exitCode, signal })))
  })
  closed.catch(() => undefined)
  // A program that does not read its input is no error of ours.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(stdin)
  const stop = (): void => {
    if (hasEnded || pid === undefined) return discard()
    if (isStopped) return
    isStopped = true
    signalGroup(pid, 'SIGTERM')
    killing = setTimeout(() => signalGroup(pid, 'SIGKILL'), grace)
  }
  return { child, closed, stop, release: () => void guarded?.end('over') }
}
