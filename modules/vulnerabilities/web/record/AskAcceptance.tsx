import { useOrgPath, type RecordActionProps } from '@heng/web-kit'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'

/** Leads to the form of a new exception with this vulnerability in it. */
export const Component = ({ row, close }: RecordActionProps) => {
  const path = useOrgPath()
  const go = useNavigate()
  const leave = useEffectEvent(() => {
    close(false)
    void go({ to: path('vulnerability-exceptions'), search: { open: 'new', vulnerabilities: row.id } as never })
  })
  useEffect(() => leave(), [])
  return null
}
