import '../controls.css'
import { PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ErrorView, OrgLink, useOrg, usePermission, useText, valueLabel, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { ScheduleText } from '../schedule/ScheduleText.tsx'
import { CarryOut } from './CarryOut.tsx'
import { Due } from './Due.tsx'
import { NewTest } from './NewTest.tsx'
import { Conclusion } from './renderers.tsx'

/** How a control is tested: its procedures, when they are due, what they found last. */
export const Component = ({ row }: RecordPanelProps) => {
  const words = useText(messages)
  const t = words.tests.panel
  const org = useOrg()
  const may = usePermission('controlTest:write') && row.archivedAt === null
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useQuery(api.controlTest.list.queryOptions({ input: { org, filter: { control: row.id }, sort: 'nextDue', limit: 100 } }))
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <div className="hg-bone" role="status" />
  return (
    <div className="ct-panel">
      {data.items.length === 0 && <p className="hg-muted">{t.none}</p>}
      <ul>
        {data.items.map((test) => (
          <li key={test.id}>
            <span className="ct-name">
              <OrgLink to={`control-tests/${test.id}`}>
                <span className="hg-reference">{test.reference}</span> {test.name}
              </OrgLink>
              <span className="hg-muted ct-under">
                {valueLabel(words.nouns.controlTest, 'kind', test.kind)} · <ScheduleText rule={test.schedule} /> ·{' '}
                {test.tester === null ? t.noTester : fill(t.tester, { who: data.labels[test.tester]?.text ?? '–' })}
              </span>
            </span>
            <Due nextDue={test.nextDue} overdue={test.overdue === true} state={test.state} />
            {test.lastConclusion !== null && test.lastResult !== null && (
              <OrgLink to={`test-results/${test.lastResult}`}>
                <Conclusion value={test.lastConclusion} />
              </OrgLink>
            )}
            {row.archivedAt === null && <CarryOut test={test.id} />}
          </li>
        ))}
      </ul>
      {may && (
        <div className="ct-tools">
          <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        </div>
      )}
      {adding && <NewTest control={row} close={() => setAdding(false)} />}
    </div>
  )
}
