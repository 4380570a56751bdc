import { field, idInput, label, noun, operation, registerOperations, roles } from '@heng/contract'
import { z } from 'zod'

/** Responsible, accountable, consulted, informed; `AR` is accountable and does it, too. */
export const letters = ['R', 'A', 'AR', 'C', 'I'] as const
export type Letter = (typeof letters)[number]

/** `role:ismsManager` or `person:<id>`: a column of the matrix. */
export const holder = z.string().max(60).refine((text) => {
  const [kind, value = ''] = text.split(/:(.*)/s)
  return kind === 'role' ? roles.includes(value as never) : kind === 'person' && z.uuid().safeParse(value).success
}, { error: 'holder' })

export const assignment = z.strictObject({ holder, letter: z.enum(letters) })
export type Assignment = z.output<typeof assignment>

/** An activity of the ISMS and who has which part in it (ISO/IEC 27001 5.3): a row of the matrix. */
export const responsibility = noun({
  name: 'responsibility', room: 'organisation', prefix: 'RM', label: 'name',
  fields: {
    name: field.text({ required: true }),
    /** Clause of ISO/IEC 27001, or control of its Annex A. */
    clause: field.text({ max: 60 }),
    description: field.longText({ max: 2_000 }),
    position: field.integer({ min: 0, max: 10_000, inList: false }),
    assignments: field.json(z.array(assignment).max(200)),
    /** Key of the activity in the start set; words that are still its own show in the reader's language. */
    template: field.text({ writable: false, inList: false, sortable: false, filterable: false, searchable: false }),
  },
})

/** What is wrong with a row: exactly one is accountable, and somebody does it. */
export const matrixProblems = ['noAccountable', 'noResponsible', 'unknownPerson'] as const

const matrixRow = responsibility.row.extend({ problems: z.array(z.enum(matrixProblems)) })
const path = '/responsibilities'

export const responsibilityOperations = {
  ...registerOperations(responsibility, path),
  matrix: operation({
    id: 'responsibility.matrix', method: 'GET', path: '/responsibility-matrix', permission: 'responsibility:read', asOf: true,
    summary: { en: 'Who is responsible, accountable, consulted and informed', 'zh-CN': '职责矩阵（RACI）' },
    input: z.object({}),
    output: z.object({ activities: z.array(matrixRow), labels: z.record(z.string(), label), mayWrite: z.boolean() }),
  }),
  assign: operation({
    id: 'responsibility.assign', method: 'POST', path: `${path}/{id}/assign`, permission: 'responsibility:write',
    summary: { en: 'Set one cell of the matrix; whoever was accountable makes room', 'zh-CN': '设置矩阵中的一格；原负责者相应让出' },
    input: idInput.extend({ holder, letter: z.enum(letters).nullable() }),
    output: matrixRow,
  }),
  start: operation({
    id: 'responsibility.start', method: 'POST', path: `${path}/start`, permission: 'responsibility:write',
    summary: { en: 'Begin with the usual activities of an ISMS; those already there stay', 'zh-CN': '载入体系常见活动；已有的保持不变' },
    input: z.object({}),
    output: z.object({ created: z.int() }),
  }),
}
