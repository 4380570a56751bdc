import { z } from 'zod'
import { checked, type Command } from './command.ts'
import { toCidr } from './range.ts'
import type { Allowed } from './targets.ts'

const port = z.int().min(1).max(65_535)
const ports = z.union([port, z.strictObject({ from: port, to: port }).refine(({ from, to }) => from <= to)])

/**
 * `discovery`: which hosts answer. `ports`: and which of their TCP ports are open. `services`: and what runs there.
 * `vulnerabilities`: and the scripts of nmap's category `vuln`.
 */
export const nmapSchema = z
  .strictObject({
    profile: z.enum(['discovery', 'ports', 'services', 'vulnerabilities']),
    /** Without them nmap takes the thousand that are open most often. */
    ports: z.array(ports).min(1).max(1_000).optional(),
    /** nmap's templates T0 (very slow, unobtrusive) to T4 (fast); T5 loses answers and is not offered. */
    timing: z.int().min(0).max(4).default(3),
    /** Packets a second. */
    maxRate: z.int().min(1).max(100_000).optional(),
    /** Checks hosts that answer no ping, too: slower. */
    skipDiscovery: z.boolean().default(false),
  })
  .refine(({ profile, ports, skipDiscovery }) => profile !== 'discovery' || (ports === undefined && !skipDiscovery), { path: ['profile'] })

export type NmapRequest = z.input<typeof nmapSchema>

// `dos` can bring a service down, `external` tells third parties what was found, `broadcast` reaches beyond the targets.
const scripts = 'vuln and not (dos or external or broadcast)'
const profiles: Readonly<Record<NmapRequest['profile'], readonly string[]>> = {
  discovery: ['-sn'],
  ports: [],
  services: ['-sV'],
  vulnerabilities: ['-sV', '--script', scripts],
}

/**
 * Runs of nmap for the targets: one for IPv4, one for IPv6, which it does not take together; XML comes on stdout.
 * Targets go in by stdin as addresses and CIDR blocks; nmap asks no name server (`-n`).
 * @throws ProbeError `invalid`.
 */
export const nmapCommands = (request: NmapRequest, { ranges }: Allowed): readonly Command[] => {
  const { profile, ports: wanted, timing, maxRate, skipDiscovery } = checked(nmapSchema, request)
  const written = wanted?.map((one) => (typeof one === 'number' ? `${one}` : `${one.from}-${one.to}`)).join(',')
  return ([4, 6] as const).flatMap((version) => {
    const blocks = ranges.filter((range) => range.version === version).flatMap(toCidr)
    if (blocks.length === 0) return []
    const args = [
      ...(version === 6 ? ['-6'] : []), ...profiles[profile], '-n', `-T${timing}`,
      ...(skipDiscovery ? ['-Pn'] : []),
      ...(written === undefined ? [] : ['-p', written]),
      ...(maxRate === undefined ? [] : ['--max-rate', `${maxRate}`]),
      '--stats-every', '5s', '--no-stylesheet', '-oX', '-', '-iL', '-',
    ]
    return [{ args, stdin: blocks.map((one) => `${one}\n`).join(''), report: 'stdout', successCodes: [0] }]
  })
}
