import { CopyOutlined } from '@ant-design/icons'
import { useNotify } from '@heng/web-kit'
import { Button, Input } from 'antd'
import { useId } from 'react'

interface OnceShownProps {
  readonly label: string
  readonly value: string
  readonly copy: string
  readonly copied: string
}

/** A secret that is shown once, to be copied. */
export const OnceShown = ({ label, value, copy, copied }: OnceShownProps) => {
  const id = useId()
  const notify = useNotify()
  const put = async () => {
    try {
      await navigator.clipboard.writeText(value)
      notify.success(copied)
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <>
      <label className="hg-label" htmlFor={id}>{label}</label>
      <Input
        id={id}
        readOnly
        value={value}
        onFocus={(event) => event.target.select()}
        suffix={<Button type="text" size="small" icon={<CopyOutlined />} aria-label={copy} onClick={() => void put()} />}
      />
    </>
  )
}
