import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strength, type Identifier, type IdentifierKind } from '../identifier/normalise.ts'
import type { Candidate } from './candidate.ts'
import { changesOf } from './changes.ts'
import { judge, type KnownAsset } from './match.ts'
import { mergeHosts } from './merge.ts'

const id = (kind: IdentifierKind, value: string): Identifier => ({ kind, value })
const asset = (name: string, identifiers: readonly Identifier[], writable = true): KnownAsset => ({ id: name, identifiers, writable })
const kindOf = (host: readonly Identifier[], ...known: KnownAsset[]) => {
  const verdict = judge(host, known)
  return verdict.kind === 'match' ? `match ${verdict.asset} ${verdict.by.kind}` : verdict.kind === 'possible' ? `possible ${verdict.candidates.map((c) => `${c.asset}:${c.doubt}`).join()}` : verdict.kind
}

describe('recognising a scanned host', () => {
  it.each<[string, Identifier[], KnownAsset[], string]>([
    ['by MAC address, though name and address are new', [id('mac', 'm1'), id('fqdn', 'new.x'), id('ip', '2')], [asset('a', [id('mac', 'm1'), id('fqdn', 'old.x'), id('ip', '1')])], 'match a mac'],
    ['by the stronger of two', [id('mac', 'm1'), id('fqdn', 'f')], [asset('a', [id('fqdn', 'f')]), asset('b', [id('mac', 'm1')])], 'match b mac'],
    ['by full name where no MAC address contradicts', [id('fqdn', 'f'), id('ip', '9')], [asset('a', [id('fqdn', 'f'), id('mac', 'm1')])], 'match a fqdn'],
    ['not surely where the card is another', [id('mac', 'm2'), id('fqdn', 'f')], [asset('a', [id('mac', 'm1'), id('fqdn', 'f')])], 'possible a:contradiction'],
    ['by host name alone', [id('hostname', 'h')], [asset('a', [id('hostname', 'h')])], 'match a hostname'],
    ['not by a host name that the domain contradicts', [id('hostname', 'www'), id('fqdn', 'www.b')], [asset('a', [id('hostname', 'www'), id('fqdn', 'www.a')])], 'possible a:contradiction'],
    ['not surely where two agree equally', [id('hostname', 'h')], [asset('a', [id('hostname', 'h')]), asset('b', [id('hostname', 'h')])], 'possible a:several,b:several'],
    ['never by address', [id('ip', '1')], [asset('a', [id('ip', '1')])], 'possible a:addressOnly'],
    ['surely, though the address belongs to another', [id('mac', 'm1'), id('ip', '1')], [asset('a', [id('ip', '1')]), asset('b', [id('mac', 'm1')])], 'match b mac'],
    ['as new where nothing agrees', [id('mac', 'm9')], [], 'new'],
    ['as one elsewhere', [id('mac', 'm1')], [asset('a', [id('mac', 'm1')], false)], 'elsewhere'],
    ['as new where only the address of one elsewhere agrees', [id('ip', '1')], [asset('a', [id('ip', '1')], false)], 'new'],
  ])('%s', (_, host, known, expected) => {
    expect(kindOf(host, ...known)).toBe(expected)
  })

  it('never takes an asset for sure that shares only addresses, nor one that it may not change, in any order of the register', () => {
    const identifier = fc.record({ kind: fc.constantFrom(...strength), value: fc.constantFrom('1', '2', '3') })
    const known = fc.array(fc.record({ identifiers: fc.array(identifier, { maxLength: 5 }), writable: fc.boolean() }), { maxLength: 5 })
    fc.assert(
      fc.property(fc.array(identifier, { maxLength: 6 }), known, (host, list) => {
        const assets = list.map((one, i) => asset(`a${i}`, one.identifiers, one.writable))
        const verdict = judge(host, assets)
        expect(judge(host, assets.toReversed())).toEqual(verdict)
        if (verdict.kind === 'match') {
          const found = assets.find((one) => one.id === verdict.asset)!
          expect(found.writable).toBe(true)
          expect(verdict.by.kind).not.toBe('ip')
          expect([host, found.identifiers].every((list) => list.some((one) => one.kind === verdict.by.kind && one.value === verdict.by.value))).toBe(true)
        }
        if (verdict.kind === 'new') expect(assets.every((one) => !one.writable || !one.identifiers.some((i) => host.some((h) => h.kind === i.kind && h.value === i.value)))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})

const candidate = (line: number, identifiers: readonly Identifier[], more: Partial<Candidate> = {}): Candidate => ({
  line, name: identifiers[0]?.value ?? '', nameFrom: 'ip', identifiers, type: null, description: '', asked: [], seenAt: null, ...more,
})

describe('hosts of one report', () => {
  it('that are one machine become one', () => {
    const { hosts } = mergeHosts([
      candidate(1, [id('ip', '1'), id('mac', 'm')], { description: '22/tcp ssh' }),
      candidate(2, [id('ip', '2'), id('fqdn', 'f'), id('mac', 'm')], { name: 'f', nameFrom: 'fqdn', description: '80/tcp http' }),
      candidate(3, [id('ip', '3')]),
    ])
    expect(hosts.map(({ line, name, identifiers, description }) => [line, name, identifiers.length, description])).toEqual([[1, 'f', 4, '22/tcp ssh\n80/tcp http'], [3, '3', 1, '']])
  })

  it('behind a gateway that lends them its card stay apart, and the card recognises none', () => {
    const behind = Array.from({ length: 20 }, (_, i) => candidate(i + 1, [id('ip', `${i}`), id('mac', 'gateway')]))
    const { hosts, ambiguous } = mergeHosts(behind)
    expect(hosts).toHaveLength(20)
    expect(ambiguous).toEqual([id('mac', 'gateway')])
    expect(hosts.every(({ identifiers }) => identifiers.every(({ kind }) => kind === 'ip'))).toBe(true)
  })

  it('with one name and different cards stay apart, and the name recognises none', () => {
    const { hosts, ambiguous } = mergeHosts([candidate(1, [id('mac', 'a'), id('fqdn', 'f')]), candidate(2, [id('mac', 'b'), id('fqdn', 'f')])])
    expect([hosts.length, ambiguous]).toEqual([2, [id('fqdn', 'f')]])
  })

  it('leave no identifier on two, lose no host that has one of its own, in time for a large report', () => {
    const identifier = fc.record({ kind: fc.constantFrom('mac', 'fqdn', 'hostname', 'ip'), value: fc.constantFrom('1', '2', '3', '4', '5', '6') }) as fc.Arbitrary<Identifier>
    fc.assert(
      fc.property(fc.array(fc.array(identifier, { minLength: 1, maxLength: 4 }), { maxLength: 20 }), (lists) => {
        const { hosts } = mergeHosts(lists.map((list, i) => candidate(i + 1, list)))
        const all = hosts.flatMap(({ identifiers }) => [...new Set(identifiers.map((one) => `${one.kind} ${one.value}`))])
        expect(new Set(all).size).toBe(all.length)
        expect(hosts.length).toBeLessThanOrEqual(lists.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('changes of a recognised asset', () => {
  const host = candidate(1, [id('ip', '2'), id('mac', 'm')], { name: 'db.x', nameFrom: 'fqdn', type: { code: 'at-server', basis: 'os', found: 'Linux' }, description: '22/tcp ssh' })
  it('fill what is empty, renew what a scan wrote, leave what a person wrote', () => {
    const standing = { fields: { name: 'ERP 数据库', type: null, description: 'old' }, scanned: new Set(['description'] as const), identifiers: [id('ip', '1'), id('mac', 'm')] }
    expect(changesOf(host, standing)).toEqual({
      fields: { type: { before: null, after: 'at-server' }, description: { before: 'old', after: '22/tcp ssh' } },
      added: [id('ip', '2')],
      unseen: [id('ip', '1')],
    })
    expect(changesOf(host, { ...standing, fields: { ...standing.fields, description: 'by hand' }, scanned: new Set() }).fields).not.toHaveProperty('description')
    expect(changesOf({ ...host, name: '10.0.0.2', nameFrom: 'ip' }, { ...standing, scanned: new Set(['name'] as const) }).fields).not.toHaveProperty('name')
  })
})
