import { describe, expect, it } from 'vitest'
import { toldOf as told } from './told.ts'

const full = 'OS: Linux 5.4 (96 %)\n22/tcp ssh – OpenSSH 9.6\n443/tcp http (TLS) – nginx 1.24\n8080/tcp http – Jetty'
const tcp = (...ports: [number, number][]) => [{ protocol: 'tcp', ports }]
const every = tcp([1, 65_535])
const toldOf = (...given: Parameters<typeof told>) => told(...given).text

describe('what a scan tells of a host that was scanned before', () => {
  it('is all of it where nothing was known, and nothing where the scan found nothing', () => {
    expect(toldOf(null, full, every)).toBe(full)
    expect(toldOf(full, '', every)).toBeNull()
    expect(toldOf(full, full, every)).toBe(full)
  })

  it('keeps the system that a scan without -O did not look for', () => {
    expect(toldOf(full, '22/tcp ssh – OpenSSH 9.9\n443/tcp http (TLS) – nginx 1.26', every)).toBe('OS: Linux 5.4 (96 %)\n22/tcp ssh – OpenSSH 9.9\n443/tcp http (TLS) – nginx 1.26')
  })

  it('keeps the products that a scan without -sV did not ask for, of the ports that are still open', () => {
    expect(toldOf(full, '22/tcp ssh\n25/tcp smtp\n443/tcp https', every)).toBe('OS: Linux 5.4 (96 %)\n22/tcp ssh – OpenSSH 9.6\n25/tcp smtp\n443/tcp http (TLS) – nginx 1.24')
  })

  it('keeps the ports where it looked at none, and takes what is new', () => {
    expect(toldOf(full, 'OS: Linux 6.1', [])).toBe(full.replace('OS: Linux 5.4 (96 %)', 'OS: Linux 6.1'))
    expect(toldOf('22/tcp ssh', full, every)).toBe(full)
  })

  it('keeps the ports that it did not ask for and drops those it asked for and did not find open', () => {
    expect(toldOf(full, '22/tcp ssh', tcp([22, 22]))).toBe(full)
    expect(toldOf(full, '22/tcp ssh', tcp([1, 1000]))).toBe('OS: Linux 5.4 (96 %)\n22/tcp ssh – OpenSSH 9.6\n8080/tcp http – Jetty')
    expect(toldOf('53/udp domain\n80/tcp http', '8443/tcp https', tcp([80, 80], [8443, 8443]))).toBe('53/udp domain\n8443/tcp https')
  })

  it('keeps all ports where the report does not say which it asked for', () => {
    expect(toldOf(full, '9100/tcp jetdirect', [])).toBe(`${full}\n9100/tcp jetdirect`)
  })

  it('says whether it asked for less than was known', () => {
    const less = (...given: Parameters<typeof told>) => told(...given).less
    expect([less(full, '22/tcp ssh', tcp([22, 22])), less(full, '22/tcp ssh', every), less(full, 'OS: Linux 6.1\n22/tcp ssh', tcp([22, 22]))]).toEqual([true, true, true])
    expect([less(full, 'OS: Linux 6.1\n22/tcp ssh', every), less(null, '22/tcp ssh', []), less('22/tcp ssh', '22/tcp ssh', [])]).toEqual([false, false, false])
  })

  it('forgets how many more there were than it could list, and never cuts a line', () => {
    expect(toldOf('22/tcp ssh\n… +7', '22/tcp ssh', every)).toBe('22/tcp ssh')
    const lines = (from: number) => Array.from({ length: 60 }, (_, i) => `${from + i}/tcp ${'x'.repeat(60)}`).join('\n')
    const told = toldOf(lines(10_000), lines(20_000), tcp([20_000, 30_000]))!
    expect(told.length).toBeLessThanOrEqual(4_000)
    expect(told.split('\n').every((line) => line.endsWith('x'.repeat(60)))).toBe(true)
  })
})
