import { LogoutOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useMe } from '../client/session.ts'
import { useNotify } from '../feedback/useNotify.ts'
import { Avatar } from '../values/Avatar.tsx'
import { useKitText, useLocale } from '../text/text.ts'
import { useRegistry } from './registry.ts'

/** Who is signed in, what the account's room offers, and the way out. */
export const UserMenu = () => {
  const t = useKitText()
  const locale = useLocale()
  const { user } = useMe()
  const { account } = useRegistry()
  const navigate = useNavigate()
  const notify = useNotify()
  const queries = useQueryClient()
  const leave = async () => {
    try {
      await account?.signOut()
    } catch (error) {
      notify.error(error)
      return
    }
    // Nothing of one person may be left in memory for the next.
    await navigate({ to: '/sign-in' })
    queries.clear()
  }
  const words = account?.room.messages[locale]
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', disabled: true, label: <span className="hg-who"><strong>{user.name}</strong><span>{user.email}</span></span> },
          { type: 'divider' },
          ...(account?.menu ?? []).map((item) => ({ key: item.to, icon: item.icon, label: item.label(words), onClick: () => void navigate({ to: item.to }) })),
          ...(account === undefined ? [] : [{ key: 'leave', icon: <LogoutOutlined />, label: t.header.signOut, onClick: () => void leave() }]),
        ],
      }}
    >
      <Button type="text" className="hg-user" aria-label={`${t.header.account}: ${user.name}`}>
        <Avatar name={user.name} />
      </Button>
    </Dropdown>
  )
}
