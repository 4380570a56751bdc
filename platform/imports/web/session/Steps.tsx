import { CheckOutlined } from '@ant-design/icons'
import { useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

const steps = ['upload', 'map', 'check', 'done'] as const
export type Step = (typeof steps)[number]

/** How far the import is: file, columns, check, result. */
export const Steps = ({ current }: { readonly current: Step }) => {
  const t = useText(messages).page.steps
  const at = steps.indexOf(current)
  return (
    <ol className="im-steps">
      {steps.map((step, i) => (
        <li key={step} data-state={i < at || current === 'done' ? 'done' : i === at ? 'here' : 'ahead'} {...(i === at ? { 'aria-current': 'step' as const } : {})}>
          <span className="im-step-mark" aria-hidden="true">
            {i < at || current === 'done' ? <CheckOutlined /> : i + 1}
          </span>
          {t[step]}
        </li>
      ))}
    </ol>
  )
}
