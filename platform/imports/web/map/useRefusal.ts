import { isApiError } from '@heng/web-kit'
import { useEffect, useRef, useState } from 'react'
import type { Mapping } from '../../contract/index.ts'
import type { Verbs } from '../session/useSession.ts'
import { refusalOf } from './refusal.ts'

/** Why the mapping that was sent last is refused, by place; the first place gets the focus once it can take it. */
export const useRefusal = ({ busy, error }: Verbs, now: Mapping) => {
  const [sent, setSent] = useState<Mapping>(now)
  const page = useRef<HTMLDivElement>(null)
  const issues = isApiError(error) ? error.fields : []
  useEffect(() => {
    // While the step runs, what is on the page cannot take the focus.
    if (busy || error === undefined) return
    const first = page.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const control = first?.matches('input') === false ? first.querySelector<HTMLElement>('input:checked, input:enabled') : first
    control?.focus()
    control?.scrollIntoView({ block: 'center' })
  }, [busy, error])
  return { page, setSent, refusal: refusalOf(issues, sent, now) }
}
