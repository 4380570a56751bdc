import { describe, expect, it } from 'vitest'
import { pageOf, safeAddress } from './links.ts'

describe('numbers of flaws', () => {
  it('lead to where they are published', () => {
    expect(pageOf('cve-2021-44228')).toBe('https://nvd.nist.gov/vuln/detail/CVE-2021-44228')
    expect(pageOf('CNVD-2021-95914')).toBe('https://www.cnvd.org.cn/flaw/show/CNVD-2021-95914')
    expect(pageOf('CNNVD-202112-799')).toBe('https://www.cnnvd.org.cn/home/globalSearch?keyword=CNNVD-202112-799')
    expect(pageOf(' CWE-079 ')).toBe('https://cwe.mitre.org/data/definitions/79.html')
    expect(pageOf('GHSA-JFH8-C2JP-5V3Q')).toBe('https://github.com/advisories/GHSA-jfh8-c2jp-5v3q')
  })

  it('that are none lead nowhere', () => {
    for (const text of ['CVE-2021-44228/../x', 'CVE-21-1', 'javascript:alert(1)', 'CWE-', '', 'CVE-2021-44228?x=1']) expect(pageOf(text), text).toBeNull()
  })
})

describe('addresses in reports', () => {
  it('are followed only over the web', () => {
    expect(safeAddress(' https://example.org/a?b=1 ')).toBe('https://example.org/a?b=1')
    expect(safeAddress('HTTP://EXAMPLE.ORG')).toBe('http://example.org/')
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//example.org', 'example.org', 'https://bank.example@evil.example/', ' java\nscript:alert(1)']) expect(safeAddress(text), text).toBeNull()
  })
})
