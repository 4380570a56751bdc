import './criteria.css'
import { EditOutlined } from '@ant-design/icons'
import { useText } from '@heng/web-kit'
import { Button } from 'antd'
import { useId, type ReactNode } from 'react'
import { messages } from '../../locales/index.ts'

export interface SectionProps {
  readonly title: string
  readonly about?: ReactNode
  readonly children: ReactNode
  /** Offers editing; undefined where nothing may be changed. */
  readonly edit?: { readonly on: boolean; readonly busy: boolean; readonly start: () => void; readonly save: () => void; readonly cancel: () => void; readonly blocked?: boolean } | undefined
}

/** A part of the criteria with its heading, and with its own edit, save and cancel. */
export const Section = ({ title, about, children, edit }: SectionProps) => {
  const t = useText(messages).pages.criteria
  const id = useId()
  return (
    <section className="rk-section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {edit !== undefined && !edit.on && (
          <Button size="small" icon={<EditOutlined />} onClick={edit.start}>
            {t.edit}
          </Button>
        )}
        {edit?.on === true && (
          <span className="rk-buttons">
            <Button size="small" type="primary" loading={edit.busy} disabled={edit.blocked ?? false} onClick={edit.save}>
              {t.save}
            </Button>
            <Button size="small" onClick={edit.cancel}>
              {t.cancel}
            </Button>
          </span>
        )}
      </header>
      {about !== undefined && <p className="hg-muted rk-about">{about}</p>}
      {children}
    </section>
  )
}
