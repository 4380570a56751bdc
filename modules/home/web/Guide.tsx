import { fill } from '@heng/contract'
import { useNotify, useOrg, useText } from '@heng/web-kit'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { messages } from '../locales/index.ts'
import { api } from './api.ts'
import { GuideStep, type StepData } from './GuideStep.tsx'
import type { StepId } from './places.ts'

interface GuideData {
  readonly steps: readonly StepData[]
  readonly hidden: boolean
}

/** Where do I begin: the steps of the main job with how far each is. */
export const Guide = ({ guide }: { readonly guide: GuideData }) => {
  const t = useText(messages)
  const org = useOrg()
  const queries = useQueryClient()
  const notify = useNotify()
  const after = { onSuccess: () => queries.invalidateQueries({ queryKey: api.overview.key() }), onError: (error: unknown) => notify.error(error) }
  const hide = useMutation({ mutationFn: (hidden: boolean) => api.hideGuide.call({ org, hidden }), ...after })
  const say = useMutation({ mutationFn: (said: { step: StepId; enough: boolean }) => api.sayEnough.call({ org, ...said }), ...after })
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
        {guide.steps.map((step) => (
          <GuideStep key={step.id} step={step} isNext={step.id === next} busy={say.isPending} onEnough={(enough) => say.mutate({ step: step.id, enough })} />
        ))}
      </ol>
    </section>
  )
}
