import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram, type Program } from '@heng/probes'
import { afterAll, describe, expect, it } from 'vitest'
import { terminal } from '../cli.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'heng-test-run-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
/** A program in nmap's place, for faults. */
const fake = (script: string): Readonly<Record<string, string>> => {
  const path = join(folder, 'nmap')
  writeFileSync(path, `#!${process.execPath}\nif (process.argv[2] === '--version') console.log('Nmap version 7.93')\nelse { require('fs').writeFileSync(${JSON.stringify(join(folder, 'ran'))}, process.argv.slice(2).join('\\n')); ${script} }`)
  chmodSync(path, 0o755)
  return { HENG_NMAP: path, TMPDIR: folder }
}
const within = ['--within', '192.0.2.0/24,.example.org']

describe('scan run', () => {
  const { heng } = terminal({ HENG_URL: 'http://127.0.0.1:9' })

  it('runs nothing without ranges, nor outside of them, and says so in both languages', async () => {
    const env = fake('')
    expect(await heng(['scan', 'run', 'nmap', '--targets', '192.0.2.1'], { env })).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/named by --within\.\n请用 --within/) })
    for (const targets of ['198.51.100.1', '192.0.2.1,198.51.100.0/30', 'www.example.com', '192.0.2.1;id', '127.0.0.1', '']) {
      expect(await heng(['scan', 'run', 'nmap', `--targets=${targets}`, ...within], { env }), targets).toMatchObject({ code: 2, out: '' })
    }
    expect(await heng(['scan', 'run', 'nmap', '--targets', '192.0.2.0/28', ...within, '--ports', '80;id'], { env })).toMatchObject({ code: 2, err: expect.stringMatching(/80;id is no port[^]*不是端口/) })
    expect(await heng(['scan', 'run', 'nmap', '--targets', '192.0.2.1', ...within, '--depth', 'everything'], { env })).toMatchObject({ code: 2 })
    expect(existsSync(join(folder, 'ran'))).toBe(false)
  })

  it('says how it is meant, and what is not installed', async () => {
    for (const args of [[], ['nikto'], ['lynis', '--targets', '192.0.2.1'], ['nmap', 'more'], ['nmap', '--script', 'x']]) expect(await heng(['scan', 'run', ...args])).toMatchObject({ code: 2, err: expect.stringMatching(/heng scan run nmap --targets[^]*用法/) })
    expect(await heng(['scan', 'run', 'nmap', '--targets', '192.0.2.1', ...within], { env: { HENG_NMAP: '/none' } })).toMatchObject({ code: 2, err: expect.stringMatching(/nmap is not installed[^]*未安装 nmap/) })
    expect(await heng(['scan', 'run', 'openscap', '--content', join(folder, 'none.xml'), '--profile', 'cis'])).toMatchObject({ code: 2, err: expect.stringMatching(/no SCAP content/) })
    expect((await heng(['scan', 'run', '--help'])).out).toMatch(/--within <ranges>/)
    expect((await heng(['scan', 'run', '--help'], { env: { HENG_LANG: 'zh-CN' } })).out).toMatch(/未指明范围则不运行/)
  })

  it('ends with 1 where the program fails or its report breaks off, and leaves nothing behind', async () => {
    const args = ['scan', 'run', 'nmap', '--targets', '192.0.2.0/28', ...within]
    expect(await heng(args, { env: fake(`console.error('no route'); process.exit(3)`) })).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/exit code 3: no route[^]*退出码 3/) })
    expect(readFileSync(join(folder, 'ran'), 'utf8').split('\n')).toContain('-sV')
    expect(await heng(args, { env: fake(`process.stdout.write('<?xml version="1.0"?><nmaprun scanner="nmap"><host><status state="up"/>')`) })).toMatchObject({ code: 1, err: expect.stringMatching(/tool=nmap findings=0/) })
    expect(readdirSync(folder).filter((name) => name.startsWith('heng-'))).toEqual([])
  })
})

const nmap = await findProgram('nmap', process.env['HENG_TEST_NMAP']).catch(() => null) as Program | null
describe.skipIf(nmap === null)('scan run with nmap as it is installed', () => {
  it('tells an open port as a finding', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const told = await terminal({ HENG_NMAP: nmap!.path }).heng(['scan', 'run', 'nmap', '--targets', '127.0.0.1', '--within', '127.0.0.1', '--depth', 'ports', '--ports', `${port}`, '--json'])
    server.close()
    expect(told).toMatchObject({ code: 0, err: 'tool=nmap findings=1 hosts=1 cves=0\n' })
    expect(JSON.parse(told.out)).toMatchObject({ tool: 'nmap', rule: 'open-port', service: { port, protocol: 'tcp' } })
  }, 60_000)
})
