import type { Address, Host, OsMatch, Port, Script } from './host.ts'
import { DEFAULT_LIMITS } from '../input/limits.ts'
import type { AskedPorts, HostReader, ScanInfo, ScanOptions, ScanOutcome, ScanReport } from './report.ts'
import { type Attributes, readXml, rootElement, type XmlHandler } from '../input/xmlItems.ts'

const ROOT = 'nmaprun'
const ADDRESS_TYPES: readonly string[] = ['ipv4', 'ipv6', 'mac'] satisfies Address['type'][]
const MAX_PORT = 65_535

/**
 * nmap's XML output (`-oX`), and that of tools which write the same (masscan). Elements outside `host` that look alike
 * (`hosthint` of nmap ≥ 7.80) are not hosts. Source: nmap.dtd, https://nmap.org/book/nmap-dtd.html
 */
export const nmap: HostReader = {
  id: 'nmap',
  detect: (head) => rootElement(head) === ROOT || /^\s*(?:<\?[^>]*\?>\s*)?<!DOCTYPE\s+nmaprun\b/.test(head),
  read: readNmap,
}

/** Streams the hosts of an nmap report. See `ScanReport` for errors. */
export function readNmap(stream: AsyncIterable<Uint8Array>, options: ScanOptions = {}): ScanReport {
  const handler = new NmapHandler()
  const hosts = readXml(stream, handler, { ...DEFAULT_LIMITS, ...options.limits })
  let hostsRead = 0
  return {
    get scan() {
      return handler.scan
    },
    get outcome() {
      return handler.outcome
    },
    get hostsRead() {
      return hostsRead
    },
    async *[Symbol.asyncIterator]() {
      for await (const host of hosts) {
        hostsRead++
        yield host
      }
    },
  }
}

class NmapHandler implements XmlHandler<Host> {
  scan: ScanInfo | undefined
  outcome: ScanOutcome | undefined
  private hosts: Host[] = []
  private host: Host | undefined
  private port: Port | undefined
  private osMatch: OsMatch | undefined
  /** Where the text of a `cpe` element goes. */
  private cpes: string[] | undefined
  private cpe: string | undefined

  open(name: string, at: Attributes, fail: Parameters<XmlHandler<Host>['open']>[2]): void {
    if (!this.scan && name !== ROOT) fail('wrong-format', { found: name, allowed: ROOT })
    if (name === ROOT) {
      this.scan = {
        scanner: at['scanner'] ?? 'nmap',
        version: at['version'],
        args: at['args'],
        started: time(at['start']),
      }
    } else if (name === 'scaninfo') {
      const asked = askedPorts(at)
      if (asked) this.scan = { ...this.scan!, asked: [...(this.scan?.asked ?? []), asked] }
    } else if (name === 'host') {
      this.host = {
        status: 'unknown',
        addresses: [],
        hostnames: [],
        os: [],
        ports: [],
        scripts: [],
        started: time(at['starttime']),
        ended: time(at['endtime']),
      }
    } else if (name === 'finished') {
      this.outcome = { ...this.outcome, finished: time(at['time']), exit: at['exit'], error: at['errormsg'] }
    } else if (name === 'hosts') {
      this.outcome = {
        ...this.outcome,
        hosts: { up: Number(at['up']), down: Number(at['down']), total: Number(at['total']) },
      }
    } else if (name === 'port' && this.host) {
      const number = Number(at['portid'] ?? Number.NaN)
      if (!Number.isInteger(number) || number < 0 || number > MAX_PORT) {
        fail('value', { found: `portid="${at['portid'] ?? ''}"`, allowed: `0–${MAX_PORT}` })
      }
      this.port = { protocol: at['protocol'] ?? 'tcp', number, state: 'unknown', scripts: [] }
      this.host.ports.push(this.port)
    } else if (this.port) this.openInPort(this.port, name, at)
    else if (this.host) this.openInHost(this.host, name, at)
  }

  text(text: string): void {
    if (this.cpe !== undefined) this.cpe += text
  }

  close(name: string): void {
    if (name === 'cpe' && this.cpe !== undefined) {
      this.cpes?.push(this.cpe.trim())
      this.cpe = undefined
    } else if (name === 'service' || name === 'osclass') this.cpes = undefined
    else if (name === 'port') this.port = undefined
    else if (name === 'osmatch') this.osMatch = undefined
    else if (name === 'host' && this.host) {
      this.hosts.push(this.host)
      this.host = undefined
    }
  }

  take(): Host[] {
    const hosts = this.hosts
    this.hosts = []
    return hosts
  }

  building(): boolean {
    return this.host !== undefined
  }

  private openInPort(port: Port, name: string, at: Attributes): void {
    if (name === 'state') port.state = at['state'] ?? port.state
    else if (name === 'script') port.scripts.push(script(at))
    else if (name === 'cpe') this.cpe = ''
    else if (name === 'service') {
      this.cpes = []
      const { name: service, product, version, extrainfo: extraInfo, tunnel, method, devicetype: deviceType } = at
      port.service = { name: service, product, version, extraInfo, tunnel, method, deviceType, cpes: this.cpes }
    }
  }

  private openInHost(host: Host, name: string, at: Attributes): void {
    if (name === 'status') host.status = at['state'] ?? host.status
    else if (name === 'address') pushAddress(host, at)
    else if (name === 'hostname' && at['name']) host.hostnames.push({ name: at['name'], type: at['type'] })
    else if (name === 'script') host.scripts.push(script(at))
    else if (name === 'uptime') host.uptime = { seconds: Number(at['seconds']), lastBoot: lastBoot(host, at) }
    else if (name === 'osmatch') {
      this.osMatch = { name: at['name'] ?? '', accuracy: percent(at), cpes: [] }
      host.os.push(this.osMatch)
    } else if (name === 'osclass') this.openOsClass(host, at)
    else if (name === 'cpe') this.cpe = ''
  }

  /** nmap before 6.00 writes classes beside the matches instead of inside; such a class stands for itself. */
  private openOsClass(host: Host, at: Attributes): void {
    const alone: OsMatch = {
      name: [at['vendor'], at['osfamily'], at['osgen']].filter(Boolean).join(' '),
      accuracy: percent(at),
      deviceType: at['type'],
      cpes: [],
    }
    if (this.osMatch) this.osMatch.deviceType ??= at['type']
    if (!this.osMatch) host.os.push(alone)
    this.cpes = (this.osMatch ?? alone).cpes
  }
}

function pushAddress(host: Host, at: Attributes): void {
  const type = at['addrtype'] ?? 'ipv4'
  if (at['addr'] && isAddressType(type)) host.addresses.push({ type, value: at['addr'], vendor: at['vendor'] })
}

function isAddressType(type: string): type is Address['type'] {
  return ADDRESS_TYPES.includes(type)
}

/** `services="1,3-4,6"` as ranges; nothing where the report does not say it (masscan) or says something else. */
function askedPorts({ protocol, services }: Attributes): AskedPorts | undefined {
  if (protocol === undefined || services === undefined || !/^\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*$/.test(services)) return undefined
  const ports = services.split(',').map((range): readonly [number, number] => {
    const [from, to] = range.split('-').map(Number) as [number, number | undefined]
    return [from, to ?? from]
  })
  return { protocol, ports }
}

function script(at: Attributes): Script {
  return { id: at['id'] ?? '', output: at['output'] ?? '' }
}

function percent(at: Attributes): number | undefined {
  return at['accuracy'] === undefined ? undefined : Number(at['accuracy'])
}

/** The attribute `lastboot` is local time in words, so the boot is reckoned back from the end of the host's scan. */
function lastBoot(host: Host, at: Attributes): string | undefined {
  return host.ended && time(String(Date.parse(host.ended) / 1000 - Number(at['seconds'])))
}

/** Seconds since 1970 to ISO 8601; undefined when it is none. */
function time(seconds: string | undefined): string | undefined {
  const date = new Date(Number(seconds ?? Number.NaN) * 1000)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
