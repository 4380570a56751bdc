import { readNmap, type Host } from '@heng/engine-scanners'
import { identifiersOf } from '../target/identifiers.ts'
import type { Scanned, Targets } from '../target/resolve.ts'

const chunk = 1_000

/** The host as the findings of the same report name it, so that it is the same target. */
const scannedOf = ({ addresses, hostnames }: Host): Scanned => {
  const of = (...types: string[]) => addresses.filter(({ type }) => types.includes(type)).map(({ value }) => value)
  const host = { name: addresses[0]?.value ?? null, ips: of('ipv4', 'ipv6'), macs: of('mac'), fqdns: hostnames.map(({ name }) => name), netbios: null, cloudId: null, uuid: null, os: null }
  return { identifiers: identifiersOf(host), software: null, os: null }
}

/**
 * Notes every host of nmap's report that answered as looked at, also where nothing was found on it: its silence says that it is clean. Answers how many.
 * Hosts that did not answer are left out: of them nothing is known.
 */
export const noteHosts = async (report: AsyncIterable<Uint8Array>, targets: Targets): Promise<number> => {
  let noted = 0
  const take = async (hosts: readonly Scanned[]): Promise<void> => {
    for (const { id } of await targets.of(hosts)) targets.note(id, 0)
    noted += hosts.length
  }
  let batch: Scanned[] = []
  for await (const host of readNmap(report)) {
    if (host.status !== 'up') continue
    const scanned = scannedOf(host)
    if (scanned.identifiers.length > 0) batch.push(scanned)
    if (batch.length < chunk) continue
    await take(batch)
    batch = []
  }
  if (batch.length > 0) await take(batch)
  return noted
}
