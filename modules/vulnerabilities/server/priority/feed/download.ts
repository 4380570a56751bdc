import { HengError } from '@heng/contract'
import { lookup } from 'node:dns/promises'
import { Agent, request } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { isPublicAddress } from './publicAddress.ts'

export interface Way {
  readonly resolve: (host: string) => Promise<readonly string[]>
  readonly permitted: (address: string) => boolean
  readonly port: number
  /** Certificates to trust beside those of the system. */
  readonly ca?: string
}
const theWay: Way = { resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address), permitted: isPublicAddress, port: 443 }

export interface DownloadLimits {
  readonly bytes: number
  /** For all of it, redirections included. */
  readonly milliseconds: number
}
export const usualLimits: DownloadLimits = { bytes: 64_000_000, milliseconds: 120_000 }
const mostRedirections = 3

const refuse = (code: string, params: Readonly<Record<string, unknown>> = {}, cause?: unknown): HengError => new HengError(`exploitFeed.${code}`, { params, cause })

/** Throws `exploitFeed.otherHost` for what is not https at the usual port of one of these hosts, or has a user in it. */
export const checkedAddress = (address: string | URL, hosts: ReadonlySet<string>): URL => {
  const url = new URL(address)
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' && isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0
  if (!isPlain || !hosts.has(url.hostname)) throw refuse('otherHost', { address: `${url.protocol}//${url.host}` })
  return url
}

/** The name is resolved once, and what was looked at is what is connected to. */
const addressesOf = async (host: string, { resolve, permitted }: Way): Promise<readonly string[]> => {
  const found = await resolve(host).catch((error: unknown) => { throw refuse('unreachable', { host }, error) })
  if (found.length === 0) throw refuse('unreachable', { host })
  if (!found.every(permitted)) throw refuse('privateAddress', { host })
  return found
}

const open = async (url: URL, way: Way, signal: AbortSignal): Promise<IncomingMessage> => {
  const addresses = (await addressesOf(url.hostname, way)).map((address) => ({ address, family: isIP(address) }))
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const asked = request(url, {
    agent: new Agent({ keepAlive: false }), port: way.port, signal, headers: { 'user-agent': 'Heng', accept: '*/*' }, ...(way.ca === undefined ? {} : { ca: way.ca }),
    lookup: (_host, options, answer) => { if (options.all === true) answer(null, addresses); else answer(null, addresses[0]!.address, addresses[0]!.family) },
  }, resolve)
  asked.on('error', reject)
  asked.end()
  return promise
}

const read = async (response: IncomingMessage, { bytes }: DownloadLimits): Promise<Buffer> => {
  const tooLarge = () => refuse('tooLarge', { megabytes: Math.round(bytes / 1e6) })
  const parts: Buffer[] = []
  let size = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length
    if (size > bytes) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/**
 * Fetches what stands at an https address of one of `hosts`, following redirections among these alone, and from public addresses alone. Throws `exploitFeed.otherHost`,
 * `.privateAddress`, `.unreachable`, `.status`, `.tooLarge`, `.tooSlow`.
 */
export const download = async (address: string, hosts: ReadonlySet<string>, limits = usualLimits, way = theWay): Promise<Buffer> => {
  const signal = AbortSignal.timeout(limits.milliseconds)
  let url = checkedAddress(address, hosts)
  try {
    for (let hops = 0; hops <= mostRedirections; hops++) {
      const response = await open(url, way, signal)
      const status = response.statusCode ?? 0
      if (status === 200) return await read(response, limits).finally(() => response.destroy())
      response.destroy()
      const { location } = response.headers
      if (![301, 302, 303, 307, 308].includes(status) || location === undefined) throw refuse('status', { host: url.hostname, status })
      url = checkedAddress(new URL(location, url), hosts)
    }
    throw refuse('status', { host: url.hostname, status: 310 })
  } catch (error) {
    if (error instanceof HengError) throw error
    throw signal.aborted ? refuse('tooSlow', { host: url.hostname, seconds: limits.milliseconds / 1_000 }) : refuse('unreachable', { host: url.hostname }, error)
  }
}
