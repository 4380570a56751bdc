import { expect, it } from 'vitest'
import { columnsOf } from './columns.ts'

it('shows usual roles always, others when used or added, persons last', () => {
  expect(columnsOf([], []).slice(0, 3)).toEqual(['role:topManagement', 'role:ismsManager', 'role:departmentHead'])
  expect(columnsOf([], [])).toHaveLength(8)
  const person = 'person:00000000-0000-4000-8000-000000000001'
  const columns = columnsOf([[{ holder: person, letter: 'A' }, { holder: 'role:auditAdministrator', letter: 'C' }]], ['role:securityAdministrator'])
  expect(columns.slice(8)).toEqual(['role:securityAdministrator', 'role:auditAdministrator', person])
})
