import { CheckCircleFilled, RightCircleOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { OrgLink, useNotify, useOrg, useText } from '@heng/web-kit'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { messages } from '../locales/index.ts'
import { api } from './api.ts'
import { places, type StepId } from './places.ts'

interface GuideData {
  readonly steps: readonly { readonly id: StepId; readonly done: boolean }[]
  readonly hidden: boolean
}

/** Where do I begin: the steps of the main job, ticked by what the records show. */
export const Guide = ({ guide }: { readonly guide: GuideData }) => {
  const t = useText(messages)
  const org = useOrg()
  const queries = useQueryClient()
  const notify = useNotify()
  const hide = useMutation({
    mutationFn: (hidden: boolean) => api.hideGuide.call({ org, hidden }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.overview.key() }),
    onError: (error) => notify.error(error),
  })
  const done = guide.steps.filter((s) => s.done).length
  if (guide.hidden || done === guide.steps.length) {
    return guide.hidden ? (
      <p className="home-guide-hidden">
        <Button type="link" onClick={() => hide.mutate(false)}>{t.guide.show}</Button>
      </p>
    ) : null
  }
  const next = guide.steps.find((s) => !s.done)?.id
  return (
    <section className="home-card" aria-labelledby="guide-heading">
      <div className="home-card-head">
        <h2 id="guide-heading">{t.guide.heading}</h2>
        <Button type="text" onClick={() => hide.mutate(true)}>{t.guide.hide}</Button>
      </div>
      <p className="hg-muted">{t.guide.about}</p>
      <p className="home-progress">
        <progress max={guide.steps.length} value={done} aria-label={t.guide.heading} />
        <span>{fill(t.guide.progress, { done, all: guide.steps.length })}</span>
      </p>
      <ol className="home-steps">
        {guide.steps.map((step) => {
          const words = t.guide.steps[step.id]
          return (
            <li key={step.id} data-state={step.done ? 'done' : step.id === next ? 'next' : 'later'} aria-current={step.id === next ? 'step' : undefined}>
              <span className="home-step-mark" aria-hidden>{step.done ? <CheckCircleFilled /> : step.id === next ? <RightCircleOutlined /> : <span className="home-step-dot" />}</span>
              <div>
                <OrgLink to={places[step.id]}>{words.title}</OrgLink>
                {step.done && <span className="hg-visually-hidden"> ({t.guide.done})</span>}
                <p className="hg-muted">{words.about}</p>
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
