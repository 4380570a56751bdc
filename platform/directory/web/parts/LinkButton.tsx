import { useOrgPath } from '@heng/web-kit'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'

/** A link to a page of the organisation that looks like a button; opens in a new tab like any other link. */
export const LinkButton = ({ to, icon, children }: { readonly to: string; readonly icon: ReactNode; readonly children: ReactNode }) => {
  const { history } = useRouter()
  const href = useOrgPath()(to)
  return (
    <Button
      href={href}
      icon={icon}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        history.push(href)
      }}
    >
      {children}
    </Button>
  )
}
