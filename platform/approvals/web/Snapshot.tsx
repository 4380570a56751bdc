import { fill } from '@heng/contract'
import { Changes, PlainValue } from '@heng/records/web/parts'
import { FieldValue, fieldLabel, TimeText, useKitText, useLocale, useNounNamed, type FrozenProps, type NounKit } from '@heng/web-kit'
import { Alert } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import type { ApprovalDetail } from '../contract/index.ts'
import { isPart, PartTable, partOf } from './PartTable.tsx'
import { useWords } from './text.ts'

type Values = Readonly<Record<string, unknown>>
const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What was asked for, in the words of its noun, whether it still fits its hash, and how the record differs today. */
export const Snapshot = ({ approval: a }: { readonly approval: ApprovalDetail }) => {
  const t = useWords().snapshot
  const [before = '', after = ''] = t.frozen.split('{when}')
  const { changed, differences, labels } = a.current
  const frozen = useNounNamed(a.subject)?.frozen
  return (
    <section className="apr-section" aria-labelledby={`snapshot-${a.id}`}>
      <h2 id={`snapshot-${a.id}`}>{a.state === 'approved' ? t.approved : t.title}</h2>
      {!a.snapshotIntact && <Alert type="error" showIcon title={t.broken} />}
      {changed === true && (
        <Alert
          type="warning" showIcon title={t.changed}
          description={<Changes noun={a.subject} changes={differences} labels={{ ...a.snapshotLabels, ...labels }} heads={{ before: t.atRequest, after: t.today }} />}
        />
      )}
      {frozen === undefined ? <Members approval={a} /> : <Own frozen={frozen} value={a.snapshot} labels={a.snapshotLabels} />}
      <div className="hg-help apr-proof">
        {before}<TimeText value={a.createdAt} />{after} {changed === false && t.unchanged} {changed === null && t.unknown} {a.snapshotIntact && t.intact}
        <details>
          <summary>{t.hash}</summary>
          <span className="apr-hash">{a.snapshotHash}</span>
        </details>
      </div>
    </section>
  )
}

/** In the room's own words. */
const Own = ({ frozen, ...props }: FrozenProps & { readonly frozen: NonNullable<NounKit['frozen']> }) => {
  const Frozen = useMemo(() => lazy(async () => ({ default: (await frozen()).Component })), [frozen])
  return (
    <Suspense fallback={<div className="hg-bone" role="status" />}>
      <Frozen {...props} />
    </Suspense>
  )
}

/** Field by field, then its lists of rows. */
const Members = ({ approval: a }: { readonly approval: ApprovalDetail }) => {
  const t = useWords().snapshot
  const kitText = useKitText()
  const locale = useLocale()
  const kit = useNounNamed(a.subject)
  if (!isValues(a.snapshot)) return <PlainValue field="" value={a.snapshot} />
  const snapshot = a.snapshot
  const own = kit === undefined ? [] : Object.keys(kit.noun.fields).filter((key) => Object.hasOwn(snapshot, key))
  const others = Object.keys(snapshot).filter((key) => !own.includes(key))
  const differs = new Set(a.current.differences.map((d) => d.field))
  const nameOf = (key: string) => a.partLabels[key]?.[locale] ?? (kit === undefined ? key : fieldLabel(kit.text, kitText, key))
  const simple = others.filter((key) => !isPart(snapshot[key]))
  return (
    <>
      <dl className="apr-fields">
        {kit !== undefined && own.map((key) => (
          <div key={key} data-changed={differs.has(key)} className={snapshot[key] !== null && wide(kit.noun.fields[key]?.kind) ? 'apr-wide' : undefined}>
            <dt>{fieldLabel(kit.text, kitText, key)}</dt>
            <dd>{kit.noun.fields[key]?.kind === 'json' && kit.json[key] === undefined ? <PlainValue field={key} value={snapshot[key]} /> : <FieldValue kit={kit} name={key} value={snapshot[key]} labels={a.snapshotLabels} />}</dd>
          </div>
        ))}
        {simple.map((key) => (
          <div key={key} data-changed={differs.has(key)} className={typeof snapshot[key] === 'object' ? 'apr-wide' : undefined}>
            <dt>{nameOf(key)}</dt>
            <dd><PlainValue field={key} value={snapshot[key]} /></dd>
          </div>
        ))}
      </dl>
      {others.filter((key) => isPart(snapshot[key])).map((key) => {
        const part = partOf(snapshot[key])
        return (
          <div key={key} className="apr-part" data-changed={differs.has(key)}>
            <h3>{nameOf(key)} <span className="hg-muted">{part.rows.length === 1 ? t.row : fill(t.rows, { count: part.rows.length })}</span></h3>
            <PartTable part={part} labels={a.snapshotLabels} />
          </div>
        )
      })}
    </>
  )
}

const wide = (kind: string | undefined): boolean => kind === 'longText' || kind === 'json'
