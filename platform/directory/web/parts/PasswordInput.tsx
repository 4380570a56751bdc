import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { useText } from '@heng/web-kit'
import { Input, type InputRef } from 'antd'
import { useState, type Ref } from 'react'
import { messages } from '../../locales/index.ts'

export interface PasswordInputProps {
  readonly id?: string
  readonly ref?: Ref<InputRef>
  readonly value?: string
  readonly onChange?: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password'
  readonly autoFocus?: boolean
}

/** A password that can be looked at while typing, by mouse and keyboard; pasting from a password manager works. */
export const PasswordInput = ({ value, onChange, ...rest }: PasswordInputProps) => {
  const t = useText(messages).pages.setup
  const [shown, setShown] = useState(false)
  return (
    <Input
      {...rest}
      type={shown ? 'text' : 'password'}
      value={value ?? ''}
      maxLength={128}
      onChange={(event) => onChange?.(event.target.value)}
      suffix={
        <button type="button" className="dr-eye" aria-label={shown ? t.hide : t.show} aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? <EyeInvisibleOutlined /> : <EyeOutlined />}
        </button>
      }
    />
  )
}
