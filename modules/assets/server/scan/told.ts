import type { AskedPorts } from '@heng/engine-scanners'

const mostLength = 4_000

interface Service {
  readonly line: string
  readonly number: number
  readonly protocol: string
}

const isProduct = (line: string): boolean => line.includes(' – ')
const key = ({ number, protocol }: Service): string => `${number}/${protocol}`
const byNumber = (a: Service, b: Service): number => a.number - b.number || (a.protocol < b.protocol ? -1 : 1)

const serviceOf = (line: string): Service[] => {
  const [, number, protocol] = /^(\d+)\/(\w+)(?=\s|$)/.exec(line) ?? []
  return number === undefined || protocol === undefined ? [] : [{ line, number: Number(number), protocol }]
}

const parts = (text: string) => {
  const lines = text === '' ? [] : text.split('\n')
  const isSystem = (line: string) => line.startsWith('OS: ')
  return { system: lines.find(isSystem), services: lines.flatMap(serviceOf), rest: lines.filter((line) => !isSystem(line) && serviceOf(line).length === 0) }
}

/** Whole lines only: half of one would be taken for another product by the next scan. */
const fitting = (lines: readonly string[]): string => {
  let length = -1
  return lines.filter((line) => (length += line.length + 1) <= mostLength).join('\n')
}

const includes = (asked: readonly AskedPorts[], { number, protocol }: Service): boolean =>
  asked.some((one) => one.protocol === protocol && one.ports.some(([from, to]) => from <= number && number <= to))

/**
 * The description that a scan gives, with what an earlier one had found out and this one did not ask for: without `-O` a
 * report names no system, without `-sV` no product behind a port, and of ports other than those `asked` for it says
 * nothing; one that found no open port at all leaves the ports as they were. `less` says that there was such a system or port.
 */
export const toldOf = (earlier: string | null, now: string, asked: readonly AskedPorts[]): { readonly text: string | null; readonly less: boolean } => {
  if (earlier === null || now === '') return { text: now === '' ? null : now, less: earlier !== null }
  const [before, after] = [parts(earlier), parts(now)]
  const known = new Map(before.services.map((service) => [key(service), service.line]))
  const named = after.services.map((service) => {
    const line = known.get(key(service))
    return line !== undefined && isProduct(line) && !isProduct(service.line) ? { ...service, line } : service
  })
  const found = new Set(named.map(key))
  const none = named.length === 0
  const kept = before.services.filter((service) => !found.has(key(service)) && (none || !includes(asked, service)))
  const system = after.system ?? before.system
  const services = [...named, ...kept].toSorted(byNumber).map(({ line }) => line)
  return {
    text: fitting([...(system === undefined ? [] : [system]), ...services, ...(none ? before : after).rest]),
    less: kept.length > 0 || (before.system !== undefined && after.system === undefined),
  }
}
