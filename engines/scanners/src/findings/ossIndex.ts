import type { Json } from '../input/jsonRecords.ts'
import { packageOf } from './dependencyCheckVectors.ts'
import type { Draft } from './draft.ts'
import { cweOf, identifiersIn, joined } from './identifiers.ts'
import { number, text } from './nodes.ts'

/** A flaw as Sonatype OSS Index tells it; its clients write the same names in one case or the other. */
export const ossIndexFlaw = (flaw: Json, component: Draft['component'], record: string): Draft => {
  const of = (...names: readonly string[]): string | null => names.map((name) => text(flaw, name)).find((t) => t !== null) ?? null
  const title = of('title', 'Title')
  const id = of('id', 'ID', 'Id')
  return {
    rule: id, title, description: of('description', 'Description'), references: of('reference', 'Reference')?.split(/,\s+/) ?? [],
    identifiers: joined(identifiersIn(of('cve', 'Cve'), id, title), { cwe: cweOf(of('cwe', 'Cwe')) }),
    cvss: [{ vector: of('cvssVector', 'CvssVector'), score: number(flaw, 'cvssScore') ?? number(flaw, 'CvssScore') }],
    stance: of('Excluded', 'excluded') === 'true' ? 'suppressed' : 'open', component, record,
  }
}

export const ossIndexComponent = (coordinates: string | null): Draft['component'] => (coordinates === null ? null : (packageOf(coordinates) ?? { name: coordinates }))
