import type { Host, Port } from '@heng/engine-scanners'

const most = 4_000
const mostServices = 60

/** Text that a scanned host sent, fit for a field: no control characters, one line, at most `max` characters. */
export const plain = (text: string, max: number): string =>
  Array.from(text.replace(/\p{Cc}+/gu, ' ').replace(/\s+/gu, ' ').trim()).slice(0, max).join('')

const serviceLine = ({ protocol, number, service }: Port): string => {
  const what = [service?.product, service?.version].filter((part) => part !== undefined && part !== '').join(' ')
  const name = [service?.name, service?.tunnel === 'ssl' ? '(TLS)' : undefined].filter(Boolean).join(' ')
  return plain([`${number}/${protocol}`, name, what === '' ? undefined : `– ${what}`].filter(Boolean).join(' '), 160)
}

const byNumber = (a: Port, b: Port): number => a.number - b.number || (a.protocol < b.protocol ? -1 : 1)

/** Operating system and open services of a host, a line each; the same in every language. Empty when nothing is known. */
export const describe = (host: Host): string => {
  const [os] = host.os
  const open = host.ports.filter(({ state }) => state === 'open').toSorted(byNumber)
  const lines = [
    ...(os === undefined || os.name === '' ? [] : [plain(`OS: ${os.name}${os.accuracy === undefined ? '' : ` (${os.accuracy} %)`}`, 200)]),
    ...open.slice(0, mostServices).map(serviceLine),
    ...(open.length > mostServices ? [`… +${open.length - mostServices}`] : []),
  ]
  return lines.join('\n').slice(0, most).trimEnd()
}
