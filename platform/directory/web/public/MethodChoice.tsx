import { useText } from '@heng/web-kit'
import { riskMethods } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

interface MethodChoiceProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
}

/** The risk methods as radio cards, each with one sentence on what it does. */
export const MethodChoice = ({ id, value, onChange }: MethodChoiceProps) => {
  const t = useText(messages).pages.setup
  return (
    <div className="dr-methods" role="radiogroup" aria-label={t.method}>
      {riskMethods.map((method) => {
        const { name, text } = t.methods[method]
        const tag = method === 'gbt20984-2022' ? t.recommended : method.startsWith('gbt20984-m') ? t.legacy : undefined
        return (
          <label key={method}>
            <input type="radio" name="riskMethod" id={value === method ? id : undefined} checked={value === method} onChange={() => onChange?.(method)} />
            <span>
              <strong>{name}</strong> {tag !== undefined && <span className="hg-tag">{tag}</span>}
              <span className="dr-method-text">{text}</span>
            </span>
          </label>
        )
      })}
    </div>
  )
}
