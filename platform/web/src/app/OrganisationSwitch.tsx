import { BankOutlined, DownOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useMe, useOrganisationOrNull } from '../client/session.ts'
import { useKitText } from '../text/text.ts'

/** Names the current organisation and, where there are several, leads to the others. */
export const OrganisationSwitch = () => {
  const t = useKitText()
  const { organisations } = useMe()
  const current = useOrganisationOrNull()
  const navigate = useNavigate()
  if (current === null) return null
  if (organisations.length < 2)
    return (
      <span className="hg-organisation">
        <BankOutlined aria-hidden="true" /> <span className="hg-ellipsis">{current.name}</span>
      </span>
    )
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [current.slug],
        items: organisations.map(({ slug, name }) => ({ key: slug, label: name })),
        onClick: ({ key }) => void navigate({ to: `/o/${encodeURIComponent(key)}` }),
      }}
    >
      <Button type="text" className="hg-organisation" aria-label={`${t.header.organisation}: ${current.name}`} icon={<BankOutlined />}>
        <span className="hg-ellipsis">{current.name}</span> <DownOutlined />
      </Button>
    </Dropdown>
  )
}
