import { approvalLog } from '@heng/approvals/reads'
import { messages as approvalMessages } from '@heng/approvals/locales'
import { nounWords } from '@heng/imports/reads'
import { checkHistory, evidenceFiles } from '@heng/records/reads'
import type { Column, Row, Section } from '@heng/reports'
import { labelsFor } from '@heng/server-kit'
import { messages as directoryMessages } from '@heng/directory/locales'
import { overdueWork } from '@heng/work/reads'
import { previewed, tableSection, type Audit, type Chapter, type Source } from './chapter.ts'

/** Records on which evidence of the system hangs. */
const carriers = ['control', 'controlTest', 'testResult', 'risk', 'treatmentMeasure', 'treatmentPlan', 'riskAcceptance', 'riskAssessment', 'soa', 'soaLine', 'workItem'] as const

const source = <T>(a: Audit, id: string, read: (size: number) => AsyncIterable<readonly T[]>, rowsOf: (piece: readonly T[]) => readonly Row[] | Promise<readonly Row[]>): Source => ({
  id, count: null,
  pieces: async function* () {
    for await (const piece of read(a.preview ? previewed + 1 : 500)) {
      yield await rowsOf(piece)
      await a.progress(piece.length)
    }
  },
})

const nounName = ({ ctx, locale }: Audit, noun: string): string => nounWords(ctx.kit, { name: noun })[locale].one

/** Files that were attached as evidence, each with the SHA-256 of its content. */
export const evidenceChapter = (a: Audit): Chapter => {
  const { t, ctx } = a
  const columns: Column[] = [
    { key: 'noun', title: t.evidence.noun, weight: 2.4 }, { key: 'record', title: t.evidence.record, weight: 2.4 }, { key: 'name', title: t.evidence.file, weight: 4.5 }, { key: 'size', title: t.evidence.size, kind: 'number', weight: 1.8 },
    { key: 'at', title: t.evidence.at, kind: 'date', weight: 2.6 }, { key: 'by', title: t.evidence.by, weight: 2.2 }, { key: 'hash', title: 'SHA-256', weight: 7 },
  ]
  return tableSection(t.evidence.heading, t.evidence.basis, columns, source(a, 'evidence', (size) => evidenceFiles(ctx, carriers, size), async (piece) => {
    const labels = new Map<string, string>()
    for (const [noun, files] of Map.groupBy(piece, (f) => f.noun)) {
      for (const [id, { reference, text }] of Object.entries(await labelsFor(ctx, noun, [...new Set(files.map((f) => f.recordId))]))) labels.set(id, reference ?? text)
    }
    return piece.map((f) => ({ noun: nounName(a, f.noun), record: labels.get(f.recordId) ?? '', name: f.name, size: f.size, at: f.addedAt, by: f.addedBy, hash: f.sha256 }))
  }))
}

/** Approvals of the period: who asked for what, who decided when, on which content. */
export const approvalChapter = (a: Audit): Chapter => {
  const { t, ctx, locale, period } = a
  const { state } = approvalMessages[locale].nouns.approval.values
  const columns: Column[] = [
    { key: 'reference', title: t.approvals.reference, weight: 2.2 }, { key: 'title', title: t.approvals.title, weight: 5 }, { key: 'subject', title: t.approvals.subject, weight: 2.6 }, { key: 'state', title: t.approvals.state, weight: 2 },
    { key: 'asked', title: t.approvals.asked, weight: 3.4 }, { key: 'decisions', title: t.approvals.decisions, weight: 5 }, { key: 'hash', title: 'SHA-256', weight: 5 },
  ]
  return tableSection(t.approvals.heading, t.approvals.basis, columns, source(a, 'approvals', (size) => approvalLog(ctx, period, size), (piece) =>
    piece.map((p) => ({
      reference: p.reference, title: p.title, subject: p.subjectReference ?? nounName(a, p.subject), state: state[p.state], asked: [p.requestedBy, a.instant(p.requestedAt)].filter((x) => x !== null).join(' · '),
      decisions: p.decisions.map((d) => `${d.name} · ${t.approvals.decided[d.decision]} · ${a.instant(d.at)}`).join('\n'), hash: p.hash,
    }))))
}

/** Open work past its day. */
export const overdueChapter = (a: Audit): Chapter => {
  const { t, ctx, locale } = a
  const roleNames: Readonly<Record<string, string>> = directoryMessages[locale].nouns.roleAssignment.values.role
  const columns: Column[] = [
    { key: 'reference', title: t.overdue.reference, weight: 2 }, { key: 'title', title: t.overdue.title, weight: 7 }, { key: 'kind', title: t.overdue.kind, weight: 3 },
    { key: 'about', title: t.overdue.about, weight: 2.2 }, { key: 'who', title: t.overdue.who, weight: 3 }, { key: 'due', title: t.overdue.due, kind: 'date', weight: 2 },
  ]
  return tableSection(t.overdue.heading, t.overdue.basis, columns, source(a, 'overdue', (size) => overdueWork(ctx, size), (piece) =>
    piece.map((w) => ({ reference: w.reference, title: w.title, kind: w.kindLabel, about: w.subjectReference, who: w.assignee ?? (w.role === null ? null : (roleNames[w.role] ?? w.role)), due: w.dueOn }))))
}

/** How many changes were recorded in the period, and whether each still is what was recorded. */
export const historySections = async (a: Audit): Promise<Section[]> => {
  const { t, ctx, period } = a
  const heading = { heading: t.history.heading, basis: t.history.basis, landscape: true }
  if (a.preview) return [{ ...heading, blocks: [{ type: 'note', text: t.history.preview }] }]
  const found = await checkHistory(ctx, period, a.progress)
  const sum = (pick: (one: (typeof found)[number]) => number): number => found.reduce((all, one) => all + pick(one), 0)
  const broken = found.flatMap((one) => one.brokenRecords)
  return [{
    ...heading,
    blocks: [
      {
        type: 'table',
        columns: [
          { key: 'noun', title: t.history.noun, weight: 5 }, { key: 'entries', title: t.history.entries, kind: 'number' }, { key: 'people', title: t.history.people, kind: 'number' },
          { key: 'intact', title: t.history.intact, kind: 'number' }, { key: 'erased', title: t.history.erased, kind: 'number' }, { key: 'broken', title: t.history.broken, kind: 'number' },
        ],
        rows: found.map(({ noun, entries, people, intact, erased, broken: bad }) => ({ noun: nounName(a, noun), entries, people, intact, erased, broken: bad })),
        totals: { noun: t.history.total, entries: sum((o) => o.entries), people: null, intact: sum((o) => o.intact), erased: sum((o) => o.erased), broken: sum((o) => o.broken) },
      },
      ...(broken.length === 0 ? [] : [{ type: 'note' as const, text: `${t.history.brokenRecords}${broken.join(', ')}` }]),
    ],
  }]
}
