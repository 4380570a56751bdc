import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lynisCommand } from './lynis.ts'
import { nmapCommands } from './nmap.ts'
import { oscapCommand, realContent } from './oscap.ts'
import { ProbeError } from './problem.ts'
import { findProgram, findPrograms, type Program, type ProgramName } from './programs.ts'
import { progressReader, type Progress } from './progress.ts'
import { resolveName } from './resolve.ts'
import { runProbe } from './run.ts'
import { permitted, type Allowed } from './targets.ts'
import { textOf } from './testing/processes.ts'

// A program that is installed elsewhere is tested with HENG_TEST_NMAP=/its/path, and so on.
const configured = Object.fromEntries((['nmap', 'lynis', 'oscap'] as const).flatMap((name) => process.env[`HENG_TEST_${name.toUpperCase()}`] === undefined ? [] : [[name, process.env[`HENG_TEST_${name.toUpperCase()}`]]]))
const found = await findPrograms(configured)
const has = (name: ProgramName): boolean => !(found[name] instanceof ProbeError)
const program = (name: ProgramName): string => (found[name] as Program).path
const folder = await mkdtemp(join(tmpdir(), 'heng-programs-'))
afterAll(() => rm(folder, { recursive: true }))
const install = async (name: string, text: string, mode = 0o755): Promise<string> => {
  await writeFile(join(folder, name), text)
  await chmod(join(folder, name), mode)
  return join(folder, name)
}
const limits = { seconds: 120, outputBytes: 50_000_000 }
const loopback = async (...targets: readonly string[]): Promise<Allowed> => {
  const answer = await permitted(targets, ['127.0.0.0/8', '::1', 'localhost'], { resolve: resolveName })
  if (!answer.ok) throw new Error(answer.refusals.map(({ text }) => text.en).join('\n'))
  return answer.allowed
}

describe('programs', () => {
  it('are found at the configured path with their version', async () => {
    const path = await install('nmap', `#!${process.execPath}\nif (process.argv[2] === '--version') console.log('\\nNmap version 7.93 ( https://nmap.org )')`)
    expect(await findProgram('nmap', path)).toEqual({ name: 'nmap', path, version: '7.93' })
  })

  it('are not run from elsewhere, nor where everybody may replace them', async () => {
    const codeOf = (path: string): Promise<unknown> => findProgram('nmap', path).then(() => 'found', (error: ProbeError) => error.code)
    expect(await codeOf('nmap')).toBe('invalid')
    expect(await codeOf(join(folder, 'none'))).toBe('notInstalled')
    expect(await codeOf(folder)).toBe('notInstalled')
    expect(await codeOf(await install('plain', '#!/bin/true', 0o644))).toBe('notInstalled')
    expect(await codeOf(await install('open', '#!/bin/true', 0o757))).toBe('invalid')
    expect(await codeOf(await install('mute', `#!${process.execPath}`))).toBe('invalid')
    expect(await codeOf(await install('failing', `#!${process.execPath}\nprocess.exit(1)`))).toBe('failed')
    await mkdir(join(folder, 'shared'))
    await chmod(join(folder, 'shared'), 0o1777)
    expect(await codeOf(await install('shared/nmap', '#!/bin/true'))).toBe('invalid')
  })

  it('that are not installed are told in both languages', async () => {
    const answers = await findPrograms({ nmap: join(folder, 'none') })
    expect(answers.nmap).toMatchObject({ code: 'notInstalled', text: { en: 'nmap is not installed on this server or may not be run.', 'zh-CN': '本服务器未安装 nmap，或无权运行该程序。' } })
  })
})

it('progress is read from pieces cut anywhere', () => {
  const text = '<nmaprun>\n<taskprogress task="Connect Scan" time="1795469847" percent="3.33" remaining="30" etc="1795469876"/>\n<x/><taskprogress task="NSE" time="1" percent="100.00" remaining="0" etc="2"/>\n'
  for (let size = 1; size <= text.length; size += 1) {
    const told: Progress[] = []
    const read = progressReader((one) => told.push(one))
    for (let at = 0; at < text.length; at += size) read(Buffer.from(text.slice(at, at + size)))
    expect(told).toEqual([{ task: 'Connect Scan', percent: 3.33 }, { task: 'NSE', percent: 100 }])
  }
})

it('names are resolved to all their addresses', async () => {
  expect((await loopback('localhost')).names[0]!.addresses).toContain('127.0.0.1')
  await expect(resolveName('nothing.invalid')).rejects.toThrow()
})

describe.skipIf(!has('nmap'))('nmap', () => {
  it('finds an open port, of IPv4 and by name, and tells how far it is', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const told: Progress[] = []
    // Slow on purpose: nmap tells its progress every five seconds.
    const [command] = nmapCommands({ profile: 'ports', ports: [port, { from: 1, to: 20 }], timing: 2, skipDiscovery: true }, await loopback('127.0.0.1'))
    const xml = await textOf(runProbe({ ...command!, program: program('nmap'), limits, onProgress: (one) => told.push(one) }))
    server.close()
    expect(xml).toContain(`<port protocol="tcp" portid="${port}"><state state="open"`)
    expect(xml).toMatch(/<\/nmaprun>\s*$/)
    expect(told.length).toBeGreaterThan(0)
    expect(told.every(({ percent }) => percent > 0 && percent <= 100)).toBe(true)
  })

  it('takes every profile and both versions', async () => {
    const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    for (const profile of ['discovery', 'services', 'vulnerabilities'] as const) {
      const ports = profile === 'discovery' ? undefined : [port]
      for (const command of nmapCommands({ profile, ports, timing: 4 }, await loopback('127.0.0.0/30', '::1'))) {
        const xml = await textOf(runProbe({ ...command, program: program('nmap'), limits }))
        expect(xml, `${profile} ${command.args[0]}`).toMatch(/<finished [^>]* exit="success"/)
        expect(xml).not.toContain('<?xml-stylesheet')
        if (profile !== 'discovery' && !command.args.includes('-6')) expect(xml).toContain('name="ssh" product="OpenSSH" version="9.6"')
      }
    }
    server.close()
  }, 180_000)
})

describe.skipIf(!has('lynis'))('lynis', () => {
  it('audits this machine and writes its report', async () => {
    const report = await textOf(runProbe({ ...lynisCommand(), program: program('lynis'), limits: { seconds: 300, outputBytes: 50_000_000 } }))
    expect(report).toMatch(/^lynis_version=\d/m)
    expect(report).toMatch(/^hardening_index=\d+$/m)
  }, 300_000)
})

describe.skipIf(!has('oscap'))('oscap', () => {
  it('evaluates content and writes ARF', async () => {
    const content = await install('rules.xml', `<?xml version="1.0" encoding="UTF-8"?>
<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_heng_benchmark_test" resolved="1" xml:lang="en">
  <status>draft</status><title>Test</title><version>1</version>
  <Profile id="xccdf_heng_profile_test"><title>Test</title><select idref="xccdf_heng_rule_one" selected="true"/></Profile>
  <Rule id="xccdf_heng_rule_one" selected="true"><title>One</title></Rule>
</Benchmark>`)
    const real = await realContent(content, [folder])
    const arf = await textOf(runProbe({ ...oscapCommand({ content: real.content, profile: 'xccdf_heng_profile_test' }, real.folders), program: program('oscap'), limits }))
    expect(arf).toContain('asset-report-collection')
    expect(arf).toContain('xccdf_heng_rule_one')
    const other = runProbe({ ...oscapCommand({ content: real.content, profile: 'no_such_profile' }, real.folders), program: program('oscap'), limits })
    await expect(textOf(other)).rejects.toMatchObject({ code: 'failed', exitCode: 1, message: expect.stringContaining('no_such_profile') })
  })
})
