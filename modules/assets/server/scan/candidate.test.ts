import { knowledge } from '@heng/content-knowledge'
import type { Host } from '@heng/engine-scanners'
import fc from 'fast-check'
import { describe as group, expect, it } from 'vitest'
import { candidateOf } from './candidate.ts'
import { describe } from './describe.ts'
import { identifiersOf } from './identifiers.ts'
import { blankHost } from './report.fixture.ts'
import { guessType } from './type.ts'

const host = (more: Partial<Host>): Host => ({ ...blankHost, ...more })
const port = (number: number, name: string, more: object = {}): Host['ports'][number] => ({ protocol: 'tcp', number, state: 'open', scripts: [], service: { name, cpes: [], ...more } })

group('identifiers of a scanned host', () => {
  it('takes addresses and names in one spelling and leaves out what every machine has', () => {
    const found = identifiersOf({
      addresses: [
        { type: 'ipv4', value: '10.0.0.9' }, { type: 'ipv6', value: 'FE80::1' }, { type: 'ipv4', value: '127.0.0.1' }, { type: 'ipv6', value: '2001:DB8::1' },
        { type: 'mac', value: '00:50:56:C0:00:08' }, { type: 'mac', value: '00:00:00:00:00:00' },
      ],
      hostnames: [{ name: 'ERP-DB01.Example.com.' }, { name: 'localhost.localdomain' }, { name: 'mes01' }, { name: '文件.example' }, { name: '<script>' }, { name: '9.0.0.10.in-addr.arpa' }],
    })
    expect(found.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'ip 10.0.0.9', 'ip 2001:db8::1', 'mac 00:50:56:c0:00:08', 'fqdn erp-db01.example.com', 'hostname erp-db01', 'hostname mes01', 'fqdn xn--5nqy36c.example', 'hostname xn--5nqy36c',
    ])
  })

  it('never throws and never answers an empty or over-long value, whatever a host sends', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 })), fc.array(fc.string({ unit: 'binary', maxLength: 60 })), (names, addresses) => {
        const found = identifiersOf({ hostnames: names.map((name) => ({ name })), addresses: addresses.map((value, i) => ({ type: (['ipv4', 'ipv6', 'mac'] as const)[i % 3]!, value })) })
        for (const { value } of found) expect(value.length > 0 && value.length <= 300 && !/\s|\p{Cc}/u.test(value)).toBe(true)
      }),
    )
  })
})

group('candidates', () => {
  it('are named by the best that is known and have no place without any', () => {
    const named = (more: Partial<Host>) => candidateOf(host(more), 1)
    const ip = { type: 'ipv4', value: '10.0.0.9' } as const
    expect(named({ addresses: [ip], hostnames: [{ name: 'a' }, { name: 'b.example' }] })).toMatchObject({ name: 'b.example', nameFrom: 'fqdn' })
    expect(named({ addresses: [ip], hostnames: [{ name: 'a' }] })).toMatchObject({ name: 'a', nameFrom: 'hostname' })
    expect(named({ addresses: [ip] })).toMatchObject({ name: '10.0.0.9', nameFrom: 'ip' })
    expect(named({ hostnames: [{ name: 'localhost' }] })).toBeNull()
  })

  it('tell system and open services, without what hosts send to break a page', () => {
    const text = describe(host({
      os: [{ name: 'Linux 5.4', accuracy: 97, cpes: [] }],
      ports: [port(443, 'https', { tunnel: 'ssl', product: 'nginx\u0007\n', version: '1.24' }), port(22, 'ssh'), { ...port(23, 'telnet'), state: 'closed' }],
    }))
    expect(text).toBe('OS: Linux 5.4 (97 %)\n22/tcp ssh\n443/tcp https (TLS) – nginx 1.24')
    expect(describe(host({ ports: Array.from({ length: 500 }, (_, i) => port(i + 1, 'x'.repeat(300))) })).length).toBeLessThanOrEqual(4_000)
  })
})

group('type guess', () => {
  const types = new Map(knowledge().assetTypes.map((type) => [type.id, type]))
  it.each<[string, Partial<Host>, string | null, string]>([
    ['the device type decides before the system', { os: [{ name: 'Linux 3.2', accuracy: 98, deviceType: 'WAP', cpes: [] }] }, 'at-network-device', 'deviceType'],
    ['a database by its service', { os: [{ name: 'Linux 5.4', accuracy: 98, cpes: [] }], ports: [port(3306, 'mysql')] }, 'at-database-server', 'service'],
    ['a controller by its port', { ports: [port(502, 'mbap')] }, 'at-industrial-controller', 'service'],
    ['a server by its system', { os: [{ name: 'Microsoft Windows Server 2019', accuracy: 95, cpes: [] }] }, 'at-server', 'os'],
    ['a workstation by its system', { os: [{ name: 'Microsoft Windows 10 1809', accuracy: 95, cpes: [] }] }, 'at-desktop-computer', 'os'],
    ['a camera by the maker of its card', { addresses: [{ type: 'mac', value: 'aa:bb:cc:00:11:22', vendor: 'Hangzhou Hikvision Digital Technology' }] }, 'at-physical-security-system', 'vendor'],
    ['no printer by the port of an exporter', { ports: [port(9100, 'jetdirect', { method: 'table' })] }, null, ''],
    ['nothing from a guess that the scanner doubts itself', { os: [{ name: 'Cisco IOS 12.4', accuracy: 70, cpes: [] }] }, null, ''],
    ['nothing from nothing', {}, null, ''],
  ])('%s', (_, more, code, basis) => {
    const guess = guessType(host(more))
    expect(guess === null ? null : [guess.code, guess.basis]).toEqual(code === null ? null : [code, basis])
    // A scanned host is a component; only such types of the knowledge base may be guessed.
    if (code !== null) expect(types.get(code)?.tier).toBe('component')
  })
})
