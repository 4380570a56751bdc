import { NotAssessed, useKitText, useText, valueLabel } from '@heng/web-kit'
import { priorities, severityKeys, type FiguresOverview } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { Priority, Severity } from '../register/words.tsx'
import { Bars } from './Bars.tsx'
import { How } from './How.tsx'
import { openOnly, valueOrNone } from './links.tsx'
import { useInputs } from './useInputs.ts'

const priorityKeys = [...priorities.toReversed(), 'notAssessed'] as const

/** What is open by severity and by priority, the gravest first. What is not assessed always has a line of its own. */
export const Standing = ({ data }: { readonly data: FiguresOverview }) => {
  const words = useText(messages)
  const t = words.overview
  const kit = useKitText()
  const noun = words.nouns.vulnerability
  const inputs = useInputs(data)
  const nameOf = (field: 'severity' | 'priority', key: string) => (key === 'notAssessed' ? kit.values.notAssessed : valueLabel(noun, field, key))
  const { bySeverity, byPriority } = data.open
  const shown = (key: string, value: number) => key !== 'none' || value > 0
  return (
    <>
      <div className="vo-columns">
        <Bars title={t.bySeverity} lines={[...severityKeys.filter((key) => key !== 'notAssessed').toReversed(), 'notAssessed' as const].filter((key) => shown(key, bySeverity[key])).map((key) => ({
          key, name: nameOf('severity', key), label: key === 'notAssessed' ? <NotAssessed /> : <Severity value={key} />, value: bySeverity[key], search: { ...openOnly, 'filter[severity]': valueOrNone(key) },
        }))} />
        <Bars title={t.byPriority} lines={priorityKeys.filter((key) => shown(key, byPriority[key])).map((key) => ({
          key, name: nameOf('priority', key), label: key === 'notAssessed' ? <NotAssessed /> : <Priority value={key} />, value: byPriority[key], search: { ...openOnly, 'filter[priority]': valueOrNone(key) },
        }))} />
      </div>
      <How method={data.method.open} inputs={inputs.open} computed={data.computed} />
    </>
  )
}
