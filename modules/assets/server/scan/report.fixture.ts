import type { Host } from '@heng/engine-scanners'

export interface FixtureHost {
  readonly ip?: string
  readonly mac?: string
  readonly vendor?: string
  readonly names?: readonly string[]
  readonly ports?: readonly (readonly [number, string])[]
  readonly os?: string
  readonly state?: 'up' | 'down'
}

const hostXml = ({ ip, mac, vendor, names = [], ports = [], os, state = 'up' }: FixtureHost): string =>
  `<host starttime="1763700000" endtime="1763700060"><status state="${state}"/>` +
  (ip === undefined ? '' : `<address addr="${ip}" addrtype="ipv4"/>`) +
  (mac === undefined ? '' : `<address addr="${mac}" addrtype="mac"${vendor === undefined ? '' : ` vendor="${vendor}"`}/>`) +
  `<hostnames>${names.map((name) => `<hostname name="${name}" type="PTR"/>`).join('')}</hostnames>` +
  `<ports>${ports.map(([port, name]) => `<port protocol="tcp" portid="${port}"><state state="open"/><service name="${name}" method="probed"/></port>`).join('')}</ports>` +
  (os === undefined ? '' : `<os><osmatch name="${os}" accuracy="96"/></os>`) + '</host>'

/** An nmap report; `seconds` since 1970 is when the scan was over. */
export const reportOf = (hosts: readonly FixtureHost[], seconds = 1_763_700_100, asked = '1-65535'): string =>
  `<?xml version="1.0"?><!DOCTYPE nmaprun><nmaprun scanner="nmap" args="nmap -sV -O 10.0.0.0/24" start="1763700000" version="7.95">` +
  `<scaninfo type="syn" protocol="tcp" numservices="1" services="${asked}"/>` +
  `${hosts.map(hostXml).join('\n')}\n<runstats><finished time="${seconds}" exit="success"/></runstats></nmaprun>`

export const blankHost: Host = { status: 'up', addresses: [], hostnames: [], os: [], ports: [], scripts: [] }
