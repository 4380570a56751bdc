import { fill } from '@heng/contract'
import { PersonName, StatusTag, TimeText, useKitText, useNounNamed, type Tone } from '@heng/web-kit'
import type { ApprovalDetail, StepRow } from '../contract/index.ts'
import { useWords } from './text.ts'

const tones: Readonly<Record<StepRow['state'], Tone>> = { waiting: 'neutral', open: 'progress', completed: 'good', rejected: 'bad', closed: 'neutral' }

/** Who decides in which order, who did, and for whom it waits. */
export const Steps = ({ approval }: { readonly approval: ApprovalDetail }) => {
  const t = useWords().steps
  const numbers = [...new Set(approval.steps.map((step) => step.order))]
  return (
    <section className="apr-section" aria-labelledby={`steps-${approval.id}`}>
      <h2 id={`steps-${approval.id}`}>{t.title}</h2>
      <ol className="apr-steps">
        {approval.steps.map((step) => <Step key={step.position} step={step} number={numbers.indexOf(step.order) + 1} labels={approval.labels} />)}
      </ol>
    </section>
  )
}

const Step = ({ step, number, labels }: { readonly step: StepRow; readonly number: number; readonly labels: ApprovalDetail['labels'] }) => {
  const t = useWords().steps
  const name = (id: string) => labels[id]?.text ?? ''
  return (
    <li className="apr-step" data-state={step.state}>
      <span className="apr-step-number" aria-hidden="true">{number}</span>
      <div>
        <p className="apr-step-head"><strong><Who step={step} labels={labels} /></strong><StatusTag tone={tones[step.state]}>{t.states[step.state]}</StatusTag></p>
        <p className="hg-muted">{fill(t.one, { number })} · {step.quorum === 1 ? t.quorumOne : fill(t.quorum, { count: step.quorum })}</p>
        {step.decisions.map(({ person, decision, comment, at }) => (
          <div key={person.personId} className="apr-decision">
            <PersonName name={person.name} />
            <StatusTag tone={decision === 'approve' ? 'good' : 'bad'}>{decision === 'approve' ? t.approved : t.rejected}</StatusTag>
            <span className="hg-muted"><TimeText value={at} /></span>
            {comment !== null && <p className="hg-prose">{comment}</p>}
          </div>
        ))}
        {step.state === 'open' && step.waitingFor.length > 0 && (
          <p className="apr-waiting"><span className="hg-muted">{t.waitingFor}</span> {step.waitingFor.map((id) => <PersonName key={id} name={name(id)} />)}</p>
        )}
        {step.state === 'open' && step.waitingFor.length === 0 && <p className="apr-late">{t.nobody}</p>}
      </div>
    </li>
  )
}

/** Persons and roles that a step names. */
const Who = ({ step, labels }: { readonly step: StepRow; readonly labels: ApprovalDetail['labels'] }) => {
  const t = useWords().steps
  const kitText = useKitText()
  const roles = useNounNamed('roleAssignment')?.text.values['role']
  const role = step.role === null ? undefined : (roles?.[step.role] ?? step.role)
  const unit = step.unit === null ? undefined : labels[step.unit]?.text
  const named = [
    ...(role === undefined ? [] : [unit === undefined ? role : fill(t.ofUnit, { role, unit })]),
    ...step.personIds.map((id) => labels[id]?.text ?? kitText.values.hidden),
  ]
  return <>{named.join(kitText.values.separator)}</>
}
