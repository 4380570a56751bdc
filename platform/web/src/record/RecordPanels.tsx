import type { AnyNoun } from '@heng/contract'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, type ReactNode } from 'react'
import { useRegistry } from '../app/registry.ts'
import type { RecordPanel } from '../app/room.ts'
import type { AnyRecord } from '../client/registerApi.ts'
import { usePast } from '../past/PastContext.ts'
import { useKitText, useLocale } from '../text/text.ts'
import { TabStrip } from './TabStrip.tsx'

export interface RecordPanelsProps {
  readonly noun: AnyNoun
  readonly row: AnyRecord
  readonly details: ReactNode
  /** Names the first tab where “Details” says too little. */
  readonly detailsLabel?: string
}

/** Details first, then what other rooms know about the record (history, comments, links); each loads when it is opened. */
export const RecordPanels = ({ noun, row, details, detailsLabel }: RecordPanelsProps) => {
  const t = useKitText()
  const locale = useLocale()
  const { recordPanels } = useRegistry()
  const { asOf } = usePast()
  // A link may lead straight to a tab: `?tab=history`.
  const wanted = useLocation({ select: ({ search }) => (search as Readonly<Record<string, unknown>>)['tab'] })
  const panels = recordPanels.filter((panel) => (panel.when?.(noun) ?? true) && (asOf === null || panel.asOf === true))
  if (panels.length === 0) return details
  const tab = (panel: (typeof panels)[number]) => ({
    key: panel.id,
    label: panel.label(panel.room.messages[locale]),
    content: <Panel panel={panel} noun={noun} row={row} />,
  })
  const first = { key: 'details', label: detailsLabel ?? t.record.details, content: details }
  return <TabStrip label={String(row[noun.label] ?? row.reference)} first={typeof wanted === 'string' ? wanted : undefined} tabs={[...panels.filter(({ order }) => order < 0).map(tab), first, ...panels.filter(({ order }) => order >= 0).map(tab)]} />
}

const Panel = ({ panel, noun, row }: { readonly panel: RecordPanel<unknown>; readonly noun: AnyNoun; readonly row: AnyRecord }) => {
  const { component } = panel
  const Component = useMemo(() => lazy(async () => ({ default: (await component()).Component })), [component])
  return (
    <Suspense fallback={<div className="hg-bone" />}>
      <Component noun={noun} row={row} />
    </Suspense>
  )
}
