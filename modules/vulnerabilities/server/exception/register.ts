import { register } from '@heng/server-kit'
import { vulnerabilityException as noun } from '../../contract/exception.ts'

export const vulnerabilityException = register(noun, {
  table: 'vulnerability_exception',
  importable: false,
  links: { vulnerabilities: { table: 'vulnerability_exception_vulnerability', own: 'exception', other: 'vulnerability' } },
  derive: (ctx, drafts) => {
    for (const { before, after } of drafts) if (before === null) Object.assign(after, { state: 'draft', requestedBy: ctx.caller.personId })
  },
  frozen: (row) => row.state !== 'draft',
})
