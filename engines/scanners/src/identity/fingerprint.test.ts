import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingOf, type Draft } from '../findings/draft.ts'
import { identityOf } from './fingerprint.ts'

const print = (draft: Partial<Draft>, tool = 'nessus'): string => identityOf(findingOf(tool, { title: 'Flaw', record: '1', ...draft })).fingerprint
const same = (a: Partial<Draft>, b: Partial<Draft>, tool?: string) => expect(print(a, tool)).toBe(print(b, tool))
const differ = (a: Partial<Draft>, b: Partial<Draft>, tool?: string) => expect(print(a, tool)).not.toBe(print(b, tool))

describe('the fingerprint of a finding', () => {
  it('on the network is its check, protocol and port, whatever words and grades a release of the scanner has for it', () => {
    const flaw = { rule: '10114', service: { port: 22, protocol: 'tcp' } }
    same({ ...flaw, title: 'OpenSSH < 9', severity: 'High', evidence: 'banner 8.9' }, { ...flaw, title: 'OpenSSH < 9.1', severity: 'Critical', evidence: 'banner 8.9p1' })
    differ(flaw, { ...flaw, service: { port: 2222, protocol: 'tcp' } })
    differ(flaw, { ...flaw, rule: '10115' })
    differ(flaw, { rule: '10114' })
  })

  it('of a package outlives its update to a version that is as vulnerable', () => {
    const flaw = (version: string) => ({ rule: 'CVE-2031-10001', component: { name: 'left-pad', version, purl: `pkg:npm/%40scope/left-pad@${version}?arch=x64`, path: 'package-lock.json' } })
    same(flaw('1.0.0'), flaw('1.0.1'), 'trivy')
    differ(flaw('1.0.0'), { ...flaw('1.0.0'), rule: 'CVE-2031-10002' }, 'trivy')
  })

  it('of code moves with it, and does not pass to other code in the same file', () => {
    const flaw = (line: number, evidence: string) => ({ rule: 'sql-injection', place: { file: './src/a.ts', line }, evidence })
    same(flaw(10, 'query(  a + b)'), flaw(31, 'query( a + b)'), 'semgrep')
    differ(flaw(10, 'query(a + b)'), flaw(10, 'query(c)'), 'semgrep')
    const bare = (line: number) => ({ rule: 'x', place: { file: 'C:\\src\\a.ts', line } })
    differ(bare(1), bare(2), 'semgrep')
    same(bare(1), { rule: 'x', place: { file: 'src/a.ts', line: 1 } }, 'semgrep')
  })

  it('of a page does not hang on what was typed into it', () => {
    const at = (url: string) => ({ rule: '40012', url })
    same(at('https://example.org/find?q=%3Cscript%3E&page=2#top'), at('https://example.org/find?page=7&q=other'), 'zap')
    differ(at('https://example.org/find?q=1'), at('https://example.org/find?q=1&lang=de'), 'zap')
    differ(at('https://example.org/find?q=1'), at('https://example.net/find?q=1'), 'zap')
  })

  it('is the same from every layout of a tool, and another one from another tool', () => {
    const flaw = { rule: '10114', service: { port: 22, protocol: 'tcp' } }
    expect(print(flaw, 'nessusCsv')).toBe(print(flaw, 'nessus'))
    expect(print(flaw, 'openvas')).not.toBe(print(flaw, 'nessus'))
  })

  it('takes a number that is given to each single finding for none', () => {
    const numbered = (rule: string) => ({ rule, identifiers: { cve: ['CVE-2031-10001'] } })
    same(numbered('2f0d6a5e-5a0e-4c8e-9a7a-0123456789ab'), numbered('9a0d6a5e-5a0e-4c8e-9a7a-0123456789ab'), 'asff')
  })

  it('is a UUID for whatever is found', () => {
    const text = fc.option(fc.string({ maxLength: 30 }), { nil: null })
    fc.assert(fc.property(text, text, text, fc.option(fc.nat(70_000), { nil: null }), (rule, url, file, port) => {
      const draft = { rule, url, place: file === null ? null : { file }, service: port === null ? null : { port } }
      expect(print(draft)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      same(draft, draft)
    }))
  })
})
