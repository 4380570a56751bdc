import { useOrgPath } from '@heng/web-kit'
import { useRouter } from '@tanstack/react-router'
import { Button, type ButtonProps } from 'antd'
import type { ReactNode } from 'react'

interface LinkButtonProps {
  readonly to: string
  readonly icon?: ReactNode
  readonly type?: NonNullable<ButtonProps['type']>
  readonly size?: 'small' | 'middle'
  readonly children: ReactNode
}

/** A link to a page of the organisation that looks like a button; opens in a new tab like any other link. */
export const LinkButton = ({ to, icon, type = 'default', size = 'middle', children }: LinkButtonProps) => {
  const { history } = useRouter()
  const href = useOrgPath()(to)
  return (
    <Button
      href={href}
      type={type}
      size={size}
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
