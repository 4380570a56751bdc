import { networkInterfaces } from 'node:os'
import { invalid } from '@heng/contract'
import { lynisCommand, nmapCommands, oscapCommand, parsePorts, permitted, realContent, resolveName, type Command, type NmapRequest, type ProgramName } from '@heng/probes'
import type { Config } from '@heng/server-kit'
import type { depths, LiveProgram } from '../../contract/live.ts'
import { refusedAt, toldError, wordsOf } from './words.ts'

/** What a program is to do, as a check says it. */
export interface Wanted {
  readonly program: LiveProgram
  readonly coverage: 'whole' | 'part'
  readonly targets: readonly string[]
  readonly depth: (typeof depths)[number]
  readonly ports: string | null
  readonly skipDiscovery: boolean
  readonly content: string | null
  readonly profile: string | null
}

export const nameOf = (program: LiveProgram): ProgramName => (program === 'openscap' ? 'oscap' : program)

const requestOf = ({ depth, ports, skipDiscovery }: Wanted): NmapRequest => {
  // To find out who answers, no port is asked.
  if (depth === 'discovery') return { profile: depth }
  return { profile: depth, skipDiscovery, ...(ports === null ? {} : { ports: parsePorts(ports) }) }
}

const nmap = async (wanted: Wanted, ranges: readonly string[]): Promise<readonly Command[]> => {
  const { depth, ports, coverage, targets } = wanted
  // What earlier runs found at other ports, or by scripts that this one leaves out, would count as mended.
  if (coverage === 'whole' && (depth !== 'vulnerabilities' || ports !== null)) throw refusedAt('coverage', 'liveCheck.notWhole')
  const request = requestOf(wanted)
  const answer = await permitted(targets, ranges, { resolve: resolveName })
  if (!answer.ok) throw refusedAt('targets', 'liveCheck.outside', wordsOf(answer.refusals))
  return nmapCommands(request, answer.allowed)
}

/** Addresses of the machine that the server runs on. */
const ownAddresses = (): string[] => Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address))

/** The server's own host is looked at only for an organisation that declares one of its addresses. */
const requireOwnHost = async (ranges: readonly string[]): Promise<void> => {
  for (const address of ownAddresses()) {
    if ((await permitted([address], ranges, { resolve: resolveName })).ok) return
  }
  throw refusedAt('program', 'liveCheck.ownHost')
}

/**
 * What is to be run, made of checked values only: targets of nmap lie in the declared ranges, and so does the server's own host, which the others look at. Asks name servers.
 * Throws `liveCheck.noRanges`, `liveCheck.outside`, `liveCheck.ownHost`, `liveCheck.notWhole`, `liveCheck.refused`.
 */
export const prepare = async (wanted: Wanted, ranges: readonly string[], { scapFolder }: Pick<Config, 'scapFolder'>): Promise<readonly Command[]> => {
  if (ranges.length === 0) throw refusedAt('program', 'liveCheck.noRanges')
  try {
    if (wanted.program === 'nmap') return await nmap(wanted, ranges)
    await requireOwnHost(ranges)
    if (wanted.program === 'lynis') return [lynisCommand({})]
    const { content, profile } = wanted
    if (content === null || profile === null) throw invalid(content === null ? 'content' : 'profile', 'required')
    const real = await realContent(content, [scapFolder])
    return [oscapCommand({ content: real.content, profile }, real.folders)]
  } catch (error) {
    throw toldError(error)
  }
}
