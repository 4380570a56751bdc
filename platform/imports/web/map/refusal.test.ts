import { describe, expect, it } from 'vitest'
import type { Mapping } from '../../contract/index.ts'
import { refusalOf, refusedProps } from './refusal.ts'

const sent: Mapping = {
  columns: [{ column: 0, field: 'name' }, { column: 4, field: 'serial' }], matchBy: ['serial'], onMatch: 'update', onMissing: 'create', keepEmpty: true, defaults: {}, valueMaps: {},
}
const issue = (path: string, message = path) => ({ path, code: 'x', message })
const placed = (path: string, now = sent) => [...refusalOf([issue(path)], sent, now).placed.keys()]

describe('reasons against a mapping', () => {
  it('stand at what they are about', () => {
    expect(placed('mapping.columns.1.field')).toEqual(['column 4'])
    expect(placed('mapping.defaults.kind')).toEqual(['default kind'])
    expect(placed('mapping.matchBy')).toEqual(['key'])
    expect(refusalOf([issue('mapping.columns'), issue('version')], sent, sent)).toEqual({ placed: new Map(), rest: ['mapping.columns', 'version'] })
    expect(refusedProps(refusalOf([issue('mapping.matchBy')], sent, sent), 'key')).toMatchObject({ 'aria-invalid': true, 'aria-describedby': 'im-refused-key' })
  })

  it('go with the change of it, and not before', () => {
    const now: Mapping = { ...sent, defaults: { kind: 'server' } }
    expect(placed('mapping.defaults.kind', now)).toEqual([])
    expect(placed('mapping.columns.1.field', now)).toEqual(['column 4'])
    expect(placed('mapping.columns.1.field', { ...sent, columns: [sent.columns[0]!] })).toEqual([])
  })
})
