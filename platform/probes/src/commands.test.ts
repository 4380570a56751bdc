import fc from 'fast-check'
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lynisCommand, type LynisRequest } from './lynis.ts'
import { nmapCommands, type NmapRequest } from './nmap.ts'
import { oscapCommand, realContent } from './oscap.ts'
import { permitted, type Allowed } from './targets.ts'

const allowed = async (...targets: readonly string[]): Promise<Allowed> => {
  const answer = await permitted(targets, ['192.0.2.0/24', '2001:db8::/32', '198.51.100.0/24'], { resolve: async () => [] })
  if (!answer.ok) throw new Error('refused')
  return answer.allowed
}
const invalid = expect.objectContaining({ code: 'invalid', text: { en: expect.any(String), 'zh-CN': expect.stringMatching(/[\u4e00-\u9fff]/) } })
const hostile = ['-oN/etc/passwd', '--script=http-fetch', '; rm -rf /', '$(id)', '`id`', '22\n--script', '22 -oN x', '\0', '../x', '', ' ', '１', '1e3', {}, [], null, true, -1, 1.5, NaN, 100_001, 2 ** 53]

describe('nmap', () => {
  it('is given checked values, and targets by stdin alone', async () => {
    const [one, ...more] = nmapCommands({ profile: 'vulnerabilities', ports: [22, { from: 8000, to: 8100 }], timing: 2, maxRate: 50, skipDiscovery: true }, await allowed('192.0.2.1-4', '198.51.100.0/24'))
    expect(more).toEqual([])
    expect(one).toEqual({
      args: ['-sV', '--script', 'vuln and not (dos or external or broadcast)', '-n', '-T2', '-Pn', '-p', '22,8000-8100', '--max-rate', '50', '--stats-every', '5s', '--no-stylesheet', '-oX', '-', '-iL', '-'],
      stdin: '192.0.2.1\n192.0.2.2/31\n192.0.2.4\n198.51.100.0/24\n', report: 'stdout', successCodes: [0],
    })
  })

  it('runs once for IPv4 and once for IPv6', async () => {
    const commands = nmapCommands({ profile: 'discovery' }, await allowed('2001:db8::/126', '192.0.2.9'))
    expect(commands.map(({ args, stdin }) => [args.includes('-6'), args.includes('-sn'), stdin])).toEqual([[false, true, '192.0.2.9\n'], [true, true, '2001:db8::/126\n']])
  })

  it('takes no other value anywhere', async () => {
    const targets = await allowed('192.0.2.1')
    const refused = (request: unknown): void => expect(() => nmapCommands(request as NmapRequest, targets), JSON.stringify(request)).toThrow(invalid)
    for (const value of hostile) {
      refused({ profile: value })
      refused({ profile: 'ports', ports: value })
      refused({ profile: 'ports', ports: [value] })
      refused({ profile: 'ports', ports: [{ from: 1, to: value }] })
      refused({ profile: 'ports', timing: value })
      refused({ profile: 'ports', maxRate: value })
      if (value !== true) refused({ profile: 'ports', skipDiscovery: value })
      refused({ profile: 'ports', script: value })
      refused(value)
    }
    refused({ profile: 'ports', timing: 5 })
    refused({ profile: 'ports', ports: [{ from: 3, to: 2 }] })
    refused({ profile: 'discovery', ports: [22] })
    refused({ profile: 'constructor' })
  })

  it('gets arguments of known shapes only', async () => {
    const targets = await allowed('192.0.2.0/24', '2001:db8::1')
    const known = /^(?:-sn|-sV|-n|-6|-T[0-4]|-Pn|-p|-oX|-iL|-|--script|--max-rate|--stats-every|5s|--no-stylesheet|vuln and not \(dos or external or broadcast\)|\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)$/
    const port = fc.integer({ min: 1, max: 65_535 })
    const request = fc.record({
      profile: fc.constantFrom('ports' as const, 'services' as const, 'vulnerabilities' as const),
      ports: fc.option(fc.array(fc.oneof(port, fc.tuple(port, port).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))), { minLength: 1, maxLength: 20 }), { nil: undefined }),
      timing: fc.option(fc.nat(4), { nil: undefined }), maxRate: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }), skipDiscovery: fc.boolean(),
    })
    fc.assert(fc.property(request, (one) => {
      for (const { args, stdin } of nmapCommands(one, targets)) {
        for (const arg of args) expect(arg).toMatch(known)
        expect(stdin).toMatch(/^(?:[\da-f.:/]+\n)+$/)
        expect(stdin).not.toMatch(/^-/m)
      }
    }))
  })
})

describe('lynis', () => {
  it('writes into the private folder', () => {
    expect(lynisCommand()).toEqual({
      args: ['audit', 'system', '--no-colors', '--quick', '--log-file', { file: 'lynis.log' }, '--report-file', { file: 'lynis-report.dat' }], report: { file: 'lynis-report.dat' }, successCodes: [0],
    })
    expect(lynisCommand({ privileged: false }).args).toContain('--pentest')
  })
  it('takes no other value', () => {
    for (const value of hostile.filter((one) => typeof one !== 'boolean')) expect(() => lynisCommand({ privileged: value } as LynisRequest)).toThrow(invalid)
    expect(() => lynisCommand({ profile: '/tmp/own.prf' } as LynisRequest)).toThrow(invalid)
  })
})

describe('oscap', async () => {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'heng-content-')))
  afterAll(() => rm(root, { recursive: true }))
  const profile = 'xccdf_org.ssgproject.content_profile_cis_server_l1'

  it('evaluates content of the folders', () => {
    expect(oscapCommand({ content: '/usr/share/xml/scap/ssg/content/ssg-debian12-ds.xml', profile }, ['/opt', '/usr/share/xml/scap'])).toEqual({
      args: ['xccdf', 'eval', '--profile', profile, '--results-arf', { file: 'arf.xml' }, '/usr/share/xml/scap/ssg/content/ssg-debian12-ds.xml'], report: { file: 'arf.xml' }, successCodes: [0, 2],
    })
  })

  it('takes no content from elsewhere and no other profile', () => {
    const refused = (content: unknown, wanted: unknown = profile, folders = ['/srv/scap']): void =>
      expect(() => oscapCommand({ content, profile: wanted } as Parameters<typeof oscapCommand>[0], folders), `${content} ${wanted}`).toThrow(invalid)
    const contents = ['/etc/a.xml', '/srv/scap/../../etc/a.xml', '/srv/scap/./a.xml', '/srv/scap//a.xml', '/srv/scapes/a.xml', 'srv/scap/a.xml', '--help.xml', '/srv/scap', '/srv/scap/a.sh', '/srv/scap/a\n.xml', '/srv/scap/\0.xml', 'http://a/b.xml']
    for (const content of [...contents, ...hostile]) refused(content)
    for (const wanted of [...hostile.filter((one) => one !== ''), '', '-x', 'a b', 'a;b', 'x'.repeat(257), '(all)']) refused('/srv/scap/a.xml', wanted)
    refused('/srv/scap/a.xml', profile, [])
    refused('/srv/scap/a.xml', profile, ['srv/scap'])
    expect(oscapCommand({ content: '/srv/scap/..a/b.xml', profile }, ['/srv/scap']).args.at(-1)).toBe('/srv/scap/..a/b.xml')
  })

  it('follows no link out of the folders', async () => {
    const folder = join(root, 'scap')
    await mkdir(folder)
    await writeFile(join(root, 'outside.xml'), '')
    await writeFile(join(folder, 'inside.xml'), '')
    await symlink(join(root, 'outside.xml'), join(folder, 'led.xml'))
    await symlink(folder, join(root, 'link'))
    const led = await realContent(join(folder, 'led.xml'), [folder])
    expect(() => oscapCommand({ content: led.content, profile }, led.folders)).toThrow(invalid)
    const inside = await realContent(join(root, 'link', 'inside.xml'), [join(root, 'not-there'), join(root, 'link')])
    expect(oscapCommand({ content: inside.content, profile }, inside.folders).args.at(-1)).toBe(join(folder, 'inside.xml'))
    await expect(realContent(join(folder, 'none.xml'), [folder])).rejects.toThrow(invalid)
    await expect(realContent(folder, [root])).rejects.toThrow(invalid)
  })
})
