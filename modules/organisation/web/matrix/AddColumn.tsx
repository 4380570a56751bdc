import { PlusOutlined } from '@ant-design/icons'
import { roles, type Label } from '@heng/contract'
import { apiFor, RecordSelect, useOrg } from '@heng/web-kit'
import { directory } from '@heng/directory/contract'
import { Button, Popover, Select } from 'antd'
import { useId, useState } from 'react'
import { usePages } from '../text.ts'
import { useRoleNames } from './columns.ts'

const people = apiFor({ person: directory.person }).person

/** A further role or a person as a column; it stays once it has a letter. */
export const AddColumn = ({ onAdd }: { readonly onAdd: (holder: string, label?: Label) => void }) => {
  const t = usePages().matrix
  const names = useRoleNames()
  const org = useOrg()
  const id = useId()
  const [open, setOpen] = useState(false)
  const addPerson = async (personId: string) => {
    const person = await people.get.call({ org, id: personId })
    onAdd(`person:${personId}`, { text: person.name, reference: person.reference })
    setOpen(false)
  }
  const content = (
    <div className="or-add-column">
      <label htmlFor={`${id}-role`}>{t.role}</label>
      <Select
        id={`${id}-role`}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        options={roles.map((role) => ({ value: role as string, label: names[role] }))}
        onChange={(role: string | null) => {
          if (role !== null) onAdd(`role:${role}`)
          setOpen(false)
        }}
      />
      <label htmlFor={`${id}-person`}>{t.person}</label>
      <RecordSelect id={`${id}-person`} target="person" value={null} onChange={(value) => typeof value === 'string' && void addPerson(value)} />
    </div>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={content}>
      <Button icon={<PlusOutlined />}>{t.addColumn}</Button>
    </Popover>
  )
}
