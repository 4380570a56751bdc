import { RegisterPage } from '@heng/web-kit'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { vulnerabilityException } from '../../contract/index.ts'
import { exceptionForm } from './form.tsx'
import { ExceptionFacts, exceptionRenderers } from './state.tsx'

/** Ids in the address: `open=new&vulnerabilities=id,id` begins an exception with these. */
const idsIn = (search: Readonly<Record<string, unknown>>): string[] => [search['vulnerabilities']].flat().flatMap((part) => (typeof part === 'string' ? part.split(',') : [])).filter((id) => /^[\da-f-]{36}$/.test(id))

/** Leave to bear vulnerabilities: what is asked for, what holds until when. */
export const Component = () => {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const ids = idsIn(search).join(',')
  const defaults = useMemo(() => (ids === '' ? undefined : { vulnerabilities: ids.split(',') }), [ids])
  return (
    <RegisterPage
      noun={vulnerabilityException} renderers={exceptionRenderers} overrides={exceptionForm} columns={['reference', 'title', 'state', 'until', 'vulnerabilities', 'requestedBy']}
      recordSummary={(row) => <ExceptionFacts row={row} />} {...(defaults === undefined ? {} : { defaults })}
    />
  )
}
