import { RecordDrawer, useOrgPath } from '@heng/web-kit'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { vulnerabilityException } from '../../contract/index.ts'
import { exceptionForm } from './form.tsx'

/** The form of a new exception with these vulnerabilities in it; too many for an address. What was made is shown on its own page. */
export const AskDrawer = ({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) => {
  const path = useOrgPath()
  const go = useNavigate()
  const defaults = useMemo(() => ({ vulnerabilities: [...ids] }), [ids])
  return <RecordDrawer noun={vulnerabilityException} open="new" defaults={defaults} overrides={exceptionForm} onClose={onClose} onCreated={(id) => void go({ to: path(`vulnerability-exceptions/${id}`) })} />
}
