import { register } from '@heng/server-kit'
import { report as noun, type ReportKind } from '../../contract/index.ts'

/** Who may read and generate which kind. */
export const kindPermissions = { board: 'report:board', audit: 'report:audit' } as const satisfies Record<ReportKind, string>

export const report = register(noun, {
  table: 'report',
  importable: false,
  defaultSort: '-id',
  kinds: { field: 'kind', permissions: kindPermissions },
  frozen: () => true,
  actions: () => ['download'],
})
