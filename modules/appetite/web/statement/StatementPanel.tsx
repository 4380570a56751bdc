import '../base/base.css'
import { PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { formatTimestamp, HashText, useLocale, useOrg, useText, useTimeZone, type AnyRecord, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { Category, Line, Policy, Together } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { laxerLines } from '../../rules/lint.ts'
import { api, useRefreshAppetite } from '../base/api.ts'
import { Section } from '../base/Section.tsx'
import { useUnits } from '../base/useUnits.ts'
import { Laxer } from './Laxer.tsx'
import { LineDialog } from './LineDialog.tsx'
import { LinesGrid } from './LinesGrid.tsx'
import { PolicySection } from './PolicySection.tsx'
import { TogetherSection } from './TogetherSection.tsx'

/** Where the statement stands: a draft, in review, in force and frozen, or superseded. */
const Standing = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).pages.statement
  const locale = useLocale()
  const zone = useTimeZone()
  if (row['state'] === 'draft') return <Alert className="ap-notice" type="warning" showIcon title={t.draft} description={t.draftText} />
  if (row['state'] === 'inReview') return <Alert className="ap-notice" type="info" showIcon title={t.inReview} description={t.inReviewText} />
  const title = fill(row['state'] === 'approved' ? t.frozen : t.superseded, { date: typeof row['approvedAt'] === 'string' ? formatTimestamp(row['approvedAt'], locale, zone) : '' })
  return <Alert className="ap-notice" type={row['state'] === 'approved' ? 'success' : 'info'} showIcon title={title} description={<HashText text={t.frozenText} hash={String(row['frozenHash'])} />} />
}

/** The statement to read from top to bottom, and to edit cell by cell while it is a draft. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).pages.statement
  const org = useOrg()
  const locale = useLocale()
  const units = useUnits()
  const refresh = useRefreshAppetite()
  const { data } = useQuery(api.riskAppetite.inForce.queryOptions({ input: { org } }))
  const [open, setOpen] = useState<Line | { readonly category: Category; readonly unit: string | null }>()
  const editable = row['state'] === 'draft' && row.allowed.includes('update')
  const lines = row['lines'] as Line[]
  const [currency, percentile] = [row['currency'] as string, row['percentile'] as number]
  const keep = async (values: { lines?: Line[]; together?: Together; policy?: Policy; percentile?: number }) => {
    await api.riskAppetite.update.call({ org, id: row.id, version: row.version, values })
    await refresh()
  }
  const save = (line: Line) => keep({ lines: lines.some((l) => l.id === line.id) ? lines.map((l) => (l.id === line.id ? line : l)) : [...lines, line] })
  return (
    <div>
      <Standing row={row} />
      {typeof row['words'] === 'string' && <Section title={t.words}><p className="hg-prose">{row['words']}</p></Section>}
      <Section title={t.lines} about={t.linesAbout} actions={editable && <Button size="small" icon={<PlusOutlined />} onClick={() => setOpen({ category: { kind: 'all' }, unit: null })}>{t.addLine}</Button>}>
        <Laxer lines={lines} found={laxerLines(lines, units.above)} />
        <LinesGrid lines={lines} currency={currency} percentile={percentile} edit={editable ? setOpen : undefined} />
      </Section>
      <TogetherSection value={row['together'] as Together} currency={currency} percentile={percentile} save={editable ? (together, year) => keep({ together, percentile: year }) : undefined} />
      <PolicySection value={row['policy'] as Policy} save={editable ? (policy) => keep({ policy }) : undefined} />
      {open !== undefined && (
        <LineDialog
          line={open} currency={currency} percentile={percentile} levels={(data?.levels ?? []).map(({ value, title }) => ({ value, name: title[locale] }))}
          onClose={() => setOpen(undefined)} onSave={save} onRemove={lines.length > 1 ? (id) => keep({ lines: lines.filter((l) => l.id !== id) }) : undefined}
        />
      )}
    </div>
  )
}
