import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Scanner {
  readonly path: string
  /** What it does from now on: JavaScript, run after its arguments and stdin are in `args` and `stdin`. */
  readonly does: (script: string) => void
  readonly remove: () => void
}

/** A program in nmap's place, for what the real one does only rarely: to fail, to hang, to write without end. */
export const fakeScanner = (): Scanner => {
  const folder = mkdtempSync(join(tmpdir(), 'heng-test-scanner-'))
  const path = join(folder, 'nmap')
  const does = (script: string): void => {
    writeFileSync(path, `#!${process.execPath}
const args = process.argv.slice(2)
if (args[0] === '--version') console.log('Nmap version 7.93')
else {
  let stdin = ''
  process.stdin.on('data', (piece) => (stdin += piece)).on('end', () => { ${script} })
}
`)
    chmodSync(path, 0o755)
  }
  does('')
  return { path, does, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A report as nmap writes it, of hosts that answered; with the number of a flaw where one is found. */
export const nmapReport = (hosts: readonly { readonly address: string; readonly cve?: string }[]): string => `<?xml version="1.0"?>
<nmaprun scanner="nmap" args="nmap" start="${Math.floor(Date.now() / 1000)}" version="7.93" nonce="${Math.random()}">${hosts.map(({ address, cve }) => `
<host><status state="up" reason="syn-ack"/><address addr="${address}" addrtype="ipv4"/><ports>${cve === undefined ? '' : `
<port protocol="tcp" portid="443"><state state="open"/><service name="https"/><script id="ssl-flaw" output="&#10;  VULNERABLE:&#10;  A flaw&#10;    State: VULNERABLE&#10;    IDs:  CVE:${cve}&#10;"/></port>`}</ports></host>`).join('')}
<host><status state="down" reason="no-response"/><address addr="192.0.2.250" addrtype="ipv4"/></host>
<runstats><finished time="${Math.floor(Date.now() / 1000)}" exit="success"/><hosts up="${hosts.length}" down="1" total="${hosts.length + 1}"/></runstats></nmaprun>
`
