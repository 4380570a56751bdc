import { createReadStream, existsSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { detect, readScan } from './detect.ts'
import type { Host } from './host.ts'
import { ScanError, type ScanProblem } from '../input/problem.ts'
import type { ScanOptions, ScanReport } from './report.ts'
import { readNmap } from './nmap.ts'

const FULL = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nmaprun>
<?xml-stylesheet href="file:///usr/share/nmap/nmap.xsl" type="text/xsl"?>
<nmaprun scanner="nmap" args="nmap -A 10.0.0.0/24" start="1700000000" version="7.94">
<scaninfo type="syn" protocol="tcp" numservices="4" services="22,80-81,443"/>
<scaninfo type="udp" protocol="udp" numservices="1" services="53"/>
<hosthint><status state="up"/><address addr="10.0.0.9" addrtype="ipv4"/></hosthint>
<host starttime="1700000010" endtime="1700000100"><status state="up" reason="arp-response"/>
<address addr="10.0.0.9" addrtype="ipv4"/><address addr="fe80::1" addrtype="ipv6"/>
<address addr="00:50:56:C0:00:08" addrtype="mac" vendor="VMware"/>
<hostnames><hostname name="db.衡.example" type="user"/><hostname name="db" type="PTR"/></hostnames>
<ports><extraports state="closed" count="998"/>
<port protocol="tcp" portid="443"><state state="open" reason="syn-ack"/>
<service name="https" product="nginx &amp; co" version="1.24" tunnel="ssl" method="probed" devicetype="WAP"><cpe>cpe:/a:igor_sysoev:nginx:1.24</cpe></service>
<script id="ssl-cert" output="Subject: x"><table key="a"><elem key="b">c</elem></table></script></port>
<port protocol="udp" portid="53"><state state="open|filtered"/></port></ports>
<os><portused state="open" proto="tcp" portid="443"/><osmatch name="Linux 5.4" accuracy="97"><osclass type="general purpose" vendor="Linux" osfamily="Linux" accuracy="97"><cpe>cpe:/o:linux:linux_kernel:5</cpe></osclass></osmatch>
<osmatch name="Linux 4.15" accuracy="90"/></os>
<uptime seconds="100" lastboot="Tue Nov 14 22:13:20 2023"/>
<hostscript><script id="smb-os" output="y"/></hostscript></host>
<host><status state="down"/><address addr="10.0.0.10" addrtype="ipv4"/></host>
<runstats><finished time="1700000200" exit="success"/><hosts up="1" down="1" total="2"/></runstats>
</nmaprun>`

async function* pieces(text: string | Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function hostsOf(report: ScanReport): Promise<Host[]> {
  const hosts: Host[] = []
  for await (const host of report) hosts.push(host)
  return hosts
}

async function refusal(text: string | Uint8Array, options: ScanOptions = {}): Promise<ScanProblem> {
  try {
    await hostsOf(readNmap(pieces(text), options))
  } catch (error) {
    if (error instanceof ScanError) return error.problem
    throw error
  }
  throw new Error('the report was read without a problem')
}

describe('readNmap', () => {
  it('reads everything of a host', async () => {
    const report = readNmap(pieces(FULL))
    const [host, down] = await hostsOf(report)
    expect(report).toMatchObject({
      hostsRead: 2,
      scan: {
        scanner: 'nmap',
        version: '7.94',
        args: 'nmap -A 10.0.0.0/24',
        started: '2023-11-14T22:13:20.000Z',
        asked: [
          {
            protocol: 'tcp',
            ports: [
              [22, 22],
              [80, 81],
              [443, 443],
            ],
          },
          { protocol: 'udp', ports: [[53, 53]] },
        ],
      },
      outcome: { finished: '2023-11-14T22:16:40.000Z', exit: 'success', hosts: { up: 1, down: 1, total: 2 } },
    })
    expect(host).toEqual({
      status: 'up',
      addresses: [
        { type: 'ipv4', value: '10.0.0.9' },
        { type: 'ipv6', value: 'fe80::1' },
        { type: 'mac', value: '00:50:56:C0:00:08', vendor: 'VMware' },
      ],
      hostnames: [
        { name: 'db.衡.example', type: 'user' },
        { name: 'db', type: 'PTR' },
      ],
      os: [
        { name: 'Linux 5.4', accuracy: 97, deviceType: 'general purpose', cpes: ['cpe:/o:linux:linux_kernel:5'] },
        { name: 'Linux 4.15', accuracy: 90, cpes: [] },
      ],
      ports: [
        {
          protocol: 'tcp',
          number: 443,
          state: 'open',
          service: {
            name: 'https',
            product: 'nginx & co',
            version: '1.24',
            tunnel: 'ssl',
            method: 'probed',
            deviceType: 'WAP',
            cpes: ['cpe:/a:igor_sysoev:nginx:1.24'],
          },
          scripts: [{ id: 'ssl-cert', output: 'Subject: x' }],
        },
        { protocol: 'udp', number: 53, state: 'open|filtered', scripts: [] },
      ],
      scripts: [{ id: 'smb-os', output: 'y' }],
      started: '2023-11-14T22:13:30.000Z',
      ended: '2023-11-14T22:15:00.000Z',
      uptime: { seconds: 100, lastBoot: '2023-11-14T22:13:20.000Z' },
    })
    expect(down).toMatchObject({ status: 'down', addresses: [{ value: '10.0.0.10' }], ports: [] })
  })

  it('reads the same in pieces of any size, and from UTF-16 as PowerShell writes it', async () => {
    const whole = await hostsOf(readNmap(pieces(FULL)))
    for (const size of [1, 7, 100]) expect(await hostsOf(readNmap(pieces(FULL, size)))).toEqual(whole)
    expect(await hostsOf(readNmap(pieces(Buffer.from(`\uFEFF${FULL}`, 'utf16le'), 5)))).toEqual(whole)
  })

  it('says nothing about the ports that were asked for where the report does not', async () => {
    for (const info of ['<scaninfo type="syn" protocol="tcp"/>', '<scaninfo protocol="tcp" services="1-x"/>', '']) {
      const report = readNmap(pieces(`<nmaprun>${info}<host><status state="up"/></host></nmaprun>`))
      await hostsOf(report)
      expect(report.scan?.asked).toBeUndefined()
    }
  })

  it('reads the operating system classes of nmap 5', async () => {
    const old =
      '<nmaprun><host><os><osclass vendor="Linux" osfamily="Linux" osgen="2.6.X" accuracy="100"/><osmatch name="Linux 2.6.18" accuracy="100"/></os></host></nmaprun>'
    const [host] = await hostsOf(readNmap(pieces(old)))
    expect(host?.os.map((match) => match.name)).toEqual(['Linux Linux 2.6.X', 'Linux 2.6.18'])
  })

  it('says where a report breaks off and how many hosts were good', async () => {
    const cut = FULL.slice(0, FULL.indexOf('<runstats>'))
    const report = readNmap(pieces(cut))
    await expect(hostsOf(report)).rejects.toThrow(/^line 22, column 1: the report breaks off: unclosed tag: nmaprun.*\(2 hosts/)
    expect(report).toMatchObject({ hostsRead: 2, outcome: undefined })
    expect(await refusal(FULL.replace('</hostnames>', '</hostname>'))).toMatchObject({
      code: 'malformed',
      line: 11,
      hostsRead: 0,
    })
    expect(await refusal(FULL.replace('portid="53"', 'portid="99999"'))).toMatchObject({
      code: 'value',
      line: 16,
      found: 'portid="99999"',
    })
    expect(await refusal(FULL.replace('state="down"', 'state=down'))).toMatchObject({
      code: 'malformed',
      line: 21,
      hostsRead: 1,
    })
    expect(await refusal('')).toMatchObject({ code: 'empty' })
    expect(await refusal('<html></html>')).toMatchObject({ code: 'wrong-format', found: 'html', allowed: 'nmaprun' })
    expect(await refusal(Buffer.concat([Buffer.from('<nmaprun a="'), Buffer.from([0xff])]))).toMatchObject({
      code: 'encoding',
    })
  })

  it('never resolves an entity', async () => {
    const laughs = '<!DOCTYPE nmaprun [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><nmaprun args="&b;"/>'
    expect(await refusal(laughs)).toMatchObject({ code: 'dtd', line: 1 })
    const external = '<!DOCTYPE nmaprun SYSTEM "file:///etc/passwd"><nmaprun args="x"></nmaprun>'
    expect(await hostsOf(readNmap(pieces(external)))).toEqual([])
    expect(await refusal(external.replace('"x"', '"&xxe;"'))).toMatchObject({ code: 'malformed' })
  })

  it('holds to its limits', async () => {
    expect(await refusal(FULL, { limits: { bytes: 100 } })).toMatchObject({ code: 'bytes', allowed: 100 })
    expect(await refusal(FULL, { limits: { hosts: 1 } })).toMatchObject({ code: 'hosts', hostsRead: 1 })
    expect(await refusal(`<nmaprun>${'<a>'.repeat(70)}`)).toMatchObject({ code: 'depth', allowed: 64 })
    expect(await refusal(`<nmaprun><!--${'x'.repeat(300_000)}--></nmaprun>`, { limits: { token: 100_000 } })).toMatchObject({
      code: 'token',
    })
    const fat = `<nmaprun><host>${'<hostname name="a"/>'.repeat(20_000)}</host></nmaprun>`
    expect(await refusal(fat, { limits: { hostLength: 100_000 } })).toMatchObject({
      code: 'host-length',
      hostsRead: 0,
    })
  })

  it('streams 50,000 hosts in bounded memory', async () => {
    async function* scan(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('<!DOCTYPE nmaprun><nmaprun>')
      const ports = Array.from(
        { length: 20 },
        (_, port) => `<port protocol="tcp" portid="${port}"><state state="open"/><service name="s${port}"/></port>`,
      ).join('')
      for (let host = 0; host < 50_000; host++) {
        yield Buffer.from(
          `<host><address addr="10.${host >> 16}.${(host >> 8) & 255}.${host & 255}" addrtype="ipv4"/><ports>${ports}</ports></host>`,
        )
      }
      yield Buffer.from('</nmaprun>')
    }
    setFlagsFromString('--expose-gc')
    const collectGarbage: () => void = runInNewContext('gc')
    collectGarbage()
    const before = process.memoryUsage().heapUsed
    let hosts = 0
    let ports = 0
    let growth = 0
    for await (const host of readNmap(scan())) {
      ports += host.ports.length
      if (++hosts % 10_000 !== 0) continue
      collectGarbage()
      growth = Math.max(growth, process.memoryUsage().heapUsed - before)
    }
    expect([hosts, ports]).toEqual([50_000, 1_000_000])
    // All hosts held would be some 200 MB.
    expect(growth).toBeLessThan(20 * 1024 ** 2)
  }, 60_000)
})

describe('detect', () => {
  it('goes by the content', () => {
    expect(detect(Buffer.from(FULL))?.id).toBe('nmap')
    expect(detect(Buffer.from(`\uFEFF${FULL}`, 'utf16le'))?.id).toBe('nmap')
    expect(detect(Buffer.from('<?xml version="1.0"?>\n<!-- Nmap 6 scan <nmaprun> -->\n<nmaprun>'))?.id).toBe('nmap')
    expect(detect(Buffer.from(`<!DOCTYPE nmaprun>\n<!-- ${'very long command '.repeat(500)}`))?.id).toBe('nmap')
    expect(detect(Buffer.from('<?xml version="1.0"?><!-- <nmaprun> --><NessusClientData_v2>'))).toBeUndefined()
    expect(detect(new Uint8Array())).toBeUndefined()
  })

  it('opens a report of unknown format', async () => {
    expect(await hostsOf(await readScan(pieces(FULL, 10)))).toHaveLength(2)
    await expect(readScan(pieces('name,ip\n'))).rejects.toMatchObject({
      problem: { code: 'unknown-format', allowed: 'nmap' },
    })
  })
})

const CORPUS = '/work/shared/corpus/scans/nmap'

describe.skipIf(!existsSync(CORPUS))(`real reports in ${CORPUS} (skipped when that folder is missing)`, () => {
  it.each([
    ['nmap_1port.xml', '127.0.0.1', [['postgresql', 5432]], '6.40'],
    ['nmap_script_vulners.xml', '192.168.0.1', [['ssh', 5022]], '7.60'],
  ])('%s', async (file, address, ports, version) => {
    const report = await readScan(createReadStream(`${CORPUS}/${file}`))
    const [host, ...others] = await hostsOf(report)
    expect(others).toEqual([])
    expect(report).toMatchObject({
      scan: { version },
      outcome: { exit: 'success', hosts: { up: 1, down: 0, total: 1 } },
    })
    expect(host).toMatchObject({ status: 'up', addresses: [{ value: address }] })
    expect(host?.ports.map((port) => [port.service?.name, port.number])).toEqual(ports)
  })
})
