import { fill } from '@heng/contract'
import type { Policy, Rule } from '@heng/engine-priority'
import { ConfirmReason, UnsavedGuard, useNotify, useOrg, uuid } from '@heng/web-kit'
import { Button, Input, Segmented, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import type { PolicyEffect } from '../../../contract/index.ts'
import { api } from '../../api.ts'
import { useSaid, useWords } from '../words.ts'
import { Watch } from '../Watch.tsx'
import { Effect } from './Effect.tsx'
import { freshId, isSame, moved, named, problemsOf } from './model.ts'
import { RuleEditor } from './RuleEditor.tsx'
import { Settings } from './Settings.tsx'

export interface DraftProps {
  readonly inForce: Policy
  readonly version: number
  readonly shipped: readonly Policy[]
  readonly maySet: boolean
  /** With the version that was put in force, if one was. */
  readonly onClose: (version?: number) => void
}

const emptyRule = (rules: readonly Rule[]): Rule => ({ id: freshId(rules), when: { severity: { atLeast: 'high' } }, priority: 'urgent', dueDays: 30, because: { en: '', 'zh-CN': '' } })

/** A policy on its way: from one that is there, by rules or as JSON; looked at, then put in force with a reason. */
export const Draft = ({ inForce, version, shipped, maySet, onClose }: DraftProps) => {
  const t = useWords().draft
  const effectWords = useWords().effect
  const said = useSaid()
  const org = useOrg()
  const notify = useNotify()
  const [draft, setDraft] = useState(inForce)
  const [start, setStart] = useState('')
  const [json, setJson] = useState<string | null>(null)
  const [job, setJob] = useState<{ id: string; of: Policy }>()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const key = useRef(uuid())
  const parsed = useMemo((): { document: unknown; fault: string | null } => {
    if (json === null) return { document: draft, fault: null }
    try {
      return { document: JSON.parse(json) as unknown, fault: null }
    } catch (error) {
      return { document: null, fault: (error as Error).message }
    }
  }, [json, draft])
  const problems = useMemo(() => (parsed.fault === null ? problemsOf(parsed.document) : []), [parsed])
  const isFit = parsed.fault === null && problems.length === 0
  const whole = isFit ? named(parsed.document as Policy, shipped, version) : null
  const isChanged = whole === null || !isSame(whole, inForce)
  const dirty = useRef(false)
  dirty.current = isChanged
  const begin = (policy: Policy, id: string) => {
    setStart(id)
    setDraft(policy)
    setJson((before) => (before === null ? null : JSON.stringify(policy, null, 2)))
  }
  const view = (next: string) => {
    if (next === 'json') return setJson(JSON.stringify(draft, null, 2))
    if (!isFit) return
    setDraft(parsed.document as Policy)
    setJson(null)
  }
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  const preview = () => run(async () => {
    const { jobId } = await api.policy.preview.call({ org, definition: { ...whole! } })
    setJob({ id: jobId, of: whole! })
  })
  const put = (reason: string) => run(async () => {
    const done = await api.policy.set.call({ org, definition: { ...whole! }, reason, version }, { context: { idempotencyKey: key.current } })
    dirty.current = false
    notify.success(t.done)
    onClose(done.version)
  })
  const rules = (next: readonly Rule[]) => setDraft({ ...draft, rules: next })
  return (
    <div className="vp-page">
      <UnsavedGuard dirty={dirty} />
      <section className="vp-card vp-form">
        <div className="vp-head"><h2>{t.title}</h2></div>
        <p>{t.about}</p>
        <div className="vp-line">
          <label className="vp-start"><span>{t.start}</span>
            <Select value={start} options={[{ value: '', label: t.startOwn }, ...shipped.map(({ id, title }) => ({ value: id, label: said(title) }))]} onChange={(id: string) => begin(shipped.find((one) => one.id === id) ?? inForce, id)} popupMatchSelectWidth={false} />
          </label>
          <Segmented aria-label={t.view} value={json === null ? 'table' : 'json'} options={[{ value: 'table', label: t.table, disabled: json !== null && !isFit }, { value: 'json', label: t.json }]} onChange={view} />
        </div>
      </section>
      {json === null ? (
        <>
          <Settings key={start} draft={draft} onChange={setDraft} />
          <div className="vp-rule-list">
            {draft.rules.map((rule, i) => (
              <RuleEditor
                key={i} rule={rule} place={i + 1} count={draft.rules.length} onChange={(next) => rules(draft.rules.map((one, k) => (k === i ? next : one)))} onMove={(by) => rules(moved(draft.rules, i, by))}
                onRemove={() => rules(draft.rules.filter((_, k) => k !== i))}
              />
            ))}
            <Button type="dashed" onClick={() => rules([...draft.rules.slice(0, -1), emptyRule(draft.rules), ...draft.rules.slice(-1)])}>{t.addRule}</Button>
          </div>
        </>
      ) : <Input.TextArea aria-label={t.json} className="vp-json" autoSize={{ minRows: 16, maxRows: 40 }} value={json} onChange={(event) => setJson(event.target.value)} spellCheck={false} />}
      <section className="vp-card vp-foot">
        <div role="status">
          {parsed.fault !== null ? <p className="vp-wrong">{fill(t.notJson, { message: parsed.fault })}</p>
          : problems.length > 0 ? (
            <>
              <p className="vp-wrong">{problems.length === 1 ? t.problemsOne : fill(t.problems, { n: problems.length })}</p>
              <ul className="vp-problems">{problems.map(({ at, text }) => <li key={`${at} ${text.en}`}><code>{at}</code> {said(text)}</li>)}</ul>
            </>
          ) : <p className="hg-muted">{isChanged ? t.noProblems : t.unchanged}</p>}
        </div>
        {job !== undefined && (
          <Watch
            key={job.id} id={job.id} label={effectWords.job} result={(result) => <Effect effect={result as unknown as PolicyEffect} stale={whole === null || !isSame(job.of, whole)} />}
            failed={(message) => fill(effectWords.failed, { message })} cancelled={effectWords.cancelled}
          />
        )}
        <div className="vp-buttons">
          <Button disabled={!isFit || busy} onClick={() => void preview()}>{t.preview}</Button>
          {maySet && <Button type="primary" disabled={!isFit || !isChanged} loading={busy} onClick={() => setAsking(true)}>{t.set}</Button>}
          <Button type="text" onClick={() => { dirty.current = false; onClose() }}>{t.discard}</Button>
        </div>
      </section>
      <ConfirmReason open={asking} title={t.setTitle} text={t.setText} confirm={t.set} required busy={busy} onConfirm={(reason) => void put(reason!)} onCancel={() => setAsking(false)} />
    </div>
  )
}
