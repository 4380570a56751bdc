import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ProbeError } from './problem.ts'
import { runProbe } from './run.ts'
import { membersOf, script, textOf } from './testing/processes.ts'

const errorOf = (work: Promise<unknown>): Promise<ProbeError> =>
  work.then(() => Promise.reject(new Error('no error')), (error: unknown) => (error instanceof ProbeError ? error : Promise.reject(error as Error)))
// Tells its group and folder, then stays; its helper ignores SIGTERM, as it does itself.
const stubborn = `process.on('SIGTERM', () => {})
  const { spawn } = require('child_process')
  spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); console.log('ready'); setInterval(() => {}, 1000)"], { stdio: ['ignore', 'inherit', 'ignore'] })
  console.log(process.pid + ' ' + process.cwd()); setInterval(() => {}, 1000)`
/** Reads until both have spoken, tells group and folder, then reads on. */
const begun = async (report: AsyncIterable<Uint8Array>): Promise<{ group: number; folder: string; rest: Promise<ProbeError> }> => {
  const pieces = report[Symbol.asyncIterator]()
  let told = ''
  while (!/^\d+ \S+$/m.test(told) || !told.includes('ready')) told += Buffer.from((await pieces.next()).value ?? []).toString('utf8')
  const [, group, folder] = /^(\d+) (\S+)$/m.exec(told)!
  const rest = errorOf((async () => {
    while (!(await pieces.next()).done);
  })())
  return { group: Number(group), folder: folder!, rest }
}

describe('a run', () => {
  it('gives what the program writes, its exit code and the end of its stderr', async () => {
    // Not process.exit, with which Node drops what it has not yet written to a pipe.
    const running = runProbe(script(`process.stderr.write('x'.repeat(9000) + 'end'); process.stdin.on('data', (d) => process.stdout.write(d)).on('end', () => { process.exitCode = 3 })`, { stdin: '漏洞\n'.repeat(20_000), successCodes: [0, 3] }))
    expect(await textOf(running)).toBe('漏洞\n'.repeat(20_000))
    expect(await running.outcome).toEqual({ exitCode: 3, stderr: `${'x'.repeat(4_093)}end` })
  })

  it('has a private folder, next to no environment, and no shell', async () => {
    process.env['HENG_SECRET_OF_TEST'] = 'secret'
    const args = ['-e', `console.log(JSON.stringify({ env: process.env, cwd: process.cwd(), mode: require('fs').statSync('.').mode & 0o777, args: process.argv.slice(1) }))`, '$HOME', '; id', '`id`']
    const told = JSON.parse(await textOf(runProbe(script('', { args })))) as { cwd: string }
    delete process.env['HENG_SECRET_OF_TEST']
    const env = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C', LC_ALL: 'C', HOME: told.cwd, TMPDIR: told.cwd }
    expect(told).toEqual({ cwd: told.cwd, mode: 0o700, env, args: ['$HOME', '; id', '`id`'] })
    expect(existsSync(told.cwd)).toBe(false)
  })

  it('gives a file that the program writes, and says when there is none', async () => {
    const file = { file: 'report.xml' }
    const running = runProbe(script('', { args: ['-e', `require('fs').writeFileSync(process.argv[1], 'a'.repeat(300000)); console.log('said')`, file], report: file }))
    expect(await textOf(running)).toBe('a'.repeat(300_000))
    expect((await running.outcome).stderr).toBe('said\n')
    expect((await errorOf(textOf(runProbe(script('', { report: file }))))).code).toBe('noReport')
    const led = script('', { args: ['-e', `require('fs').symlinkSync('/etc/passwd', process.argv[1])`, file], report: file })
    expect((await errorOf(textOf(runProbe(led)))).code).toBe('noReport')
  })

  it('tells a failure with the exit code and the last lines, in both languages', async () => {
    const running = runProbe(script(`console.error('one\\ntwo\\n\\u001b[31mthree\\nfour'); process.exit(7)`))
    const error = await errorOf(textOf(running))
    expect(error).toMatchObject({ code: 'failed', exitCode: 7, text: { en: 'node ended with exit code 7: two / three / four', 'zh-CN': 'node 异常退出，退出码 7：two / three / four' } })
    await expect(running.outcome).rejects.toBe(error)
    expect((await errorOf(textOf(runProbe(script(`process.kill(process.pid, 'SIGKILL')`))))).text.en).toBe('node ended by signal SIGKILL.')
    expect((await errorOf(textOf(runProbe(script('', { program: '/nowhere/nmap' }))))).code).toBe('notInstalled')
    expect((await errorOf(textOf(runProbe(script('', { program: '/etc/passwd' }))))).code).toBe('notInstalled')
  })

  it('lets the program wait for a slow reader', async () => {
    const running = runProbe(script(`const { writeFileSync, writeSync } = require('fs'); writeSync(1, process.cwd() + '\\n')
      for (let i = 1; i <= 64; i++) { writeSync(1, 'x'.repeat(65536)); writeFileSync('count', String(i)) }`, { limits: { seconds: 30, outputBytes: 5_000_000 } }))
    const pieces = running.report[Symbol.asyncIterator]()
    const first = Buffer.from((await pieces.next()).value!)
    await sleep(1_000)
    // What lies in the pipe and in the stream's buffer, of 64 pieces.
    expect(Number(readFileSync(join(first.toString('utf8').split('\n')[0]!, 'count'), 'utf8'))).toBeLessThan(16)
    let bytes = first.length - first.indexOf('\n') - 1
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) bytes += next.value.length
    expect(bytes).toBe(64 * 65_536)
  })
})

describe.skipIf(process.platform !== 'linux')('of a run nothing is left', () => {
  it('when it takes too long, also of helpers that ignore SIGTERM', async () => {
    const running = runProbe(script(stubborn, { limits: { seconds: 5, outputBytes: 1_000 } }))
    const { group, folder, rest } = await begun(running.report)
    expect(membersOf(group)).toHaveLength(2)
    expect(await rest).toMatchObject({ code: 'timeout', text: { 'zh-CN': 'node 运行超过 5 秒，已终止。请减少检查目标或延长时限。' } })
    expect(membersOf(group)).toEqual([])
    expect(existsSync(folder)).toBe(false)
  })

  it('when it is cancelled, before or while it runs', async () => {
    const [abort, early] = [new AbortController(), AbortSignal.abort()]
    const { group, folder, rest } = await begun(runProbe(script(stubborn, { signal: abort.signal })).report)
    abort.abort()
    expect((await rest).code).toBe('cancelled')
    expect(membersOf(group)).toEqual([])
    expect(existsSync(folder)).toBe(false)
    expect((await errorOf(textOf(runProbe(script(`require('fs').writeFileSync('/tmp/heng-must-not-be', '')`, { signal: early }))))).code).toBe('cancelled')
    expect(existsSync('/tmp/heng-must-not-be')).toBe(false)
  })

  it('when nobody reads on after the time', async () => {
    const running = runProbe(script(`console.log(process.pid + ' ' + process.cwd()); setInterval(() => {}, 1000)`, { limits: { seconds: 1, outputBytes: 1_000 } }))
    const first = await running.report[Symbol.asyncIterator]().next()
    const [group, folder] = Buffer.from(first.value!).toString('utf8').trim().split(' ')
    await expect.poll(() => [membersOf(Number(group)), existsSync(folder!)], { timeout: 10_000 }).toEqual([[], false])
  })

  it('when it floods its output or the disk', async () => {
    const flood = runProbe(script(`console.log(process.pid + ' ' + process.cwd()); const write = () => process.stdout.write('x'.repeat(65536), write); write()`))
    let [bytes, told] = [0, '']
    const error = await errorOf((async () => {
      for await (const piece of flood.report) {
        bytes += piece.length
        if (told === '') told = Buffer.from(piece).toString('utf8').split('\n')[0]!
      }
    })())
    expect(error.code).toBe('tooMuchOutput')
    expect(bytes).toBeLessThanOrEqual(1_000_000)
    const [group, folder] = told.split(' ')
    expect([membersOf(Number(group)), existsSync(folder!)]).toEqual([[], false])
    const file = { file: 'a/report' }
    const disk = script(`const fs = require('fs'); fs.mkdirSync('a'); const out = fs.openSync('a/report', 'w'); setInterval(() => fs.writeSync(out, 'x'.repeat(65536)), 2)`, { report: file })
    expect((await errorOf(textOf(runProbe(disk)))).code).toBe('tooMuchOutput')
    const quick = script(`require('fs').writeFileSync('report', 'x'.repeat(1000001))`, { report: { file: 'report' } })
    expect((await errorOf(textOf(runProbe(quick)))).code).toBe('tooMuchOutput')
  })

  it('when the reader stops', async () => {
    const running = runProbe(script(`console.log(process.pid + ' ' + process.cwd()); setInterval(() => console.log(1), 10)`))
    let told = ''
    for await (const piece of running.report) {
      told = Buffer.from(piece).toString('utf8').split('\n')[0]!
      break
    }
    const [group, folder] = told.split(' ')
    expect([membersOf(Number(group)), existsSync(folder!)]).toEqual([[], false])
    expect((await errorOf(running.outcome)).code).toBe('cancelled')
  })

  it('when the program ends and leaves a helper behind', async () => {
    const told = await textOf(runProbe(script(`require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }); console.log(process.pid); setTimeout(() => process.exit(0), 100)`)))
    expect(membersOf(Number(told))).toEqual([])
  })

  it('at the very moment it settles, also of helpers that take long to die', async () => {
    // A tenth of a second is needed to take back so much memory.
    const helper = `globalThis.held = Buffer.alloc(300e6, 1); process.on('SIGTERM', () => {}); require('fs').writeFileSync('up', ''); setInterval(() => {}, 1000)`
    const leader = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(helper)}], { stdio: 'ignore' })
      const wait = setInterval(() => { if (require('fs').existsSync('up')) { clearInterval(wait); console.log(process.pid); setInterval(() => {}, 1000) } }, 5)`
    for (let i = 0; i < 5; i += 1) {
      const abort = new AbortController()
      let group = 0
      const error = await errorOf((async () => {
        for await (const piece of runProbe(script(leader, { signal: abort.signal })).report) {
          group = Number(Buffer.from(piece).toString('utf8'))
          abort.abort()
        }
      })())
      expect([error.code, membersOf(group)]).toEqual(['cancelled', []])
    }
  })

  it('when the server is killed while it reads a file', async () => {
    const text = `require('fs').writeFileSync('report', process.cwd() + '\\n' + 'x'.repeat(1e6))`
    const server = spawn(process.execPath, [fileURLToPath(new URL('testing/server.ts', import.meta.url)), text, 'report'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [first] = (await once(server.stdout, 'data')) as [Buffer]
    const folder = first.toString('utf8').split('\n')[0]!
    expect(existsSync(folder)).toBe(true)
    server.kill('SIGKILL')
    await once(server, 'exit')
    await expect.poll(() => existsSync(folder), { timeout: 10_000 }).toBe(false)
  })

  it.each(['SIGKILL', 'SIGTERM'] as const)('when the server is ended by %s', async (signal) => {
    const server = spawn(process.execPath, [fileURLToPath(new URL('testing/server.ts', import.meta.url)), stubborn], { stdio: ['ignore', 'pipe', 'inherit'] })
    let told = ''
    for await (const piece of server.stdout.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      told += piece.toString('utf8')
      if (/^\d+ \S+$/m.test(told) && told.includes('ready')) break
    }
    const [, group, folder] = /^(\d+) (\S+)$/m.exec(told)!
    expect(membersOf(Number(group))).toHaveLength(2)
    server.kill(signal)
    await once(server, 'exit')
    await expect.poll(() => [membersOf(Number(group)), existsSync(folder!)], { timeout: 15_000 }).toEqual([[], false])
  })
})
