import { describe, expect, it } from 'vitest'
import { toldOf } from './told.ts'

const full = 'OS: Linux 5.4 (96 %)\n22/tcp ssh – OpenSSH 9.6\n443/tcp http (TLS) – nginx 1.24\n8080/tcp http – Jetty'

describe('what a scan tells of a host that was scanned before', () => {
  it('is all of it where nothing was known, and nothing where the scan found nothing', () => {
    expect(toldOf(null, full)).toBe(full)
    expect(toldOf(full, '')).toBeNull()
  })

  it('keeps the system that a scan without -O did not look for', () => {
    expect(toldOf(full, '22/tcp ssh – OpenSSH 9.9\n443/tcp http (TLS) – nginx 1.26')).toBe('OS: Linux 5.4 (96 %)\n22/tcp ssh – OpenSSH 9.9\n443/tcp http (TLS) – nginx 1.26')
  })

  it('keeps the products that a scan without -sV did not ask for, of the ports that are still open', () => {
    expect(toldOf(full, '22/tcp ssh\n443/tcp https\n25/tcp smtp')).toBe('OS: Linux 5.4 (96 %)\n22/tcp ssh – OpenSSH 9.6\n443/tcp http (TLS) – nginx 1.24\n25/tcp smtp')
  })

  it('keeps the ports where it looked at none, and takes what is new', () => {
    expect(toldOf(full, 'OS: Linux 6.1')).toBe(full.replace('OS: Linux 5.4 (96 %)', 'OS: Linux 6.1'))
    expect(toldOf('22/tcp ssh', full)).toBe(full)
  })
})
