import { missedUntilLapse } from '../schedule/rounds.ts'
import { text, type Text } from '../text.ts'
import type { ControlState, Part } from './control.ts'
import { allowed } from './method.ts'
import type { Judged } from './procedure.ts'

/** One step of a calculation, told so that a page can show how the figure came about. */
export interface Step {
  readonly id: string
  readonly label: Text
  /** What went in; null is "not assessed". */
  readonly inputs: readonly { readonly id: string; readonly label: Text; readonly value: number | string | null }[]
  readonly rule: Text
  /** Null in `percent` is "not assessed"; the state of a control that operates gives no figure of its own. */
  readonly output: { readonly percent: number | null; readonly stale: boolean }
}

const states: Readonly<Record<ControlState, Text>> = {
  planned: text('planned', '已计划'), inProgress: text('in progress', '实施中'), implemented: text('implemented', '已实施'),
  notWorking: text('not working', '失效'), retired: text('retired', '已停用'),
}
const conclusions = {
  effective: text('effective', '有效'), partlyEffective: text('partly effective', '部分有效'), ineffective: text('ineffective', '无效'),
} as const
export const kinds = { design: text('Design effectiveness', '设计有效性'), operating: text('Operating effectiveness', '运行有效性') } as const

export const stateStep = (state: ControlState, percent: number | null): Step => ({
  id: 'state',
  label: text('State of the control', '控制措施状态'),
  inputs: [{ id: 'state', label: states[state], value: state }],
  rule: percent === null
    ? text('The control operates: tests say how well.', '控制措施已在运行，有效程度以测试结果为据。')
    : text(`The control is ${states[state].en}: it has no effect, whatever was tested before.`, `控制措施${states[state]['zh-CN']}：无论此前测试结果如何，当前均不产生效果。`),
  output: { percent, stale: false },
})

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

const baseRule = ({ procedure: { result }, base }: Judged): Text => {
  const { conclusion, examined, deviations } = result!
  const said = conclusions[conclusion]
  if (examined === null || examined === 0) {
    return text(`Concluded “${said.en}”: ${allowed[conclusion]} %`, `结论为“${said['zh-CN']}”：${allowed[conclusion]} %`)
  }
  return text(
    `${examined - (deviations ?? 0)} of ${examined} items without deviation, concluded “${said.en}” (at most ${allowed[conclusion]} %): ${base} %`,
    `${examined} 项中 ${examined - (deviations ?? 0)} 项无偏差，结论为“${said['zh-CN']}”（上限 ${allowed[conclusion]} %）：${base} %`,
  )
}

const procedureRule = (judged: Judged): Text => {
  const { standing, base, percent, procedure: { lateness: { overdueDays, intervalDays } } } = judged
  if (standing === 'pending') return text('Not yet carried out and not yet late: it has no say.', '尚未执行且未逾期，暂不计入。')
  if (standing === 'missing') return text(`Never carried out, ${days(overdueDays)} overdue: it has no say yet.`, `从未执行，已逾期 ${overdueDays} 天，暂不计入。`)
  const lapsed = text(`${missedUntilLapse} rounds missed in a row: not assessed`, `连续 ${missedUntilLapse} 轮未执行：视为未评估`)
  if (base === null) return lapsed
  const fresh = baseRule(judged)
  if (standing === 'current') return fresh
  if (standing === 'lapsed') return text(`${fresh.en}; ${lapsed.en}`, `${fresh['zh-CN']}；${lapsed['zh-CN']}`)
  return text(
    `${fresh.en}; ${days(overdueDays)} overdue, half is left after every ${days(intervalDays)}: ${base} % × 2^(−${overdueDays}/${intervalDays}) = ${percent} %`,
    `${fresh['zh-CN']}；已逾期 ${overdueDays} 天，每 ${intervalDays} 天减半：${base} % × 2^(−${overdueDays}/${intervalDays}) = ${percent} %`,
  )
}

export const procedureStep = (judged: Judged): Step => {
  const { procedure: { id, reference, kind, result, lateness }, percent, stale } = judged
  return {
    id: `procedure:${id}`,
    label: text(`${reference}: ${kinds[kind].en.toLowerCase()}`, `${reference}：${kinds[kind]['zh-CN']}`),
    inputs: [
      { id: 'conclusion', label: text('Conclusion', '结论'), value: result?.conclusion ?? null },
      { id: 'examined', label: text('Items examined', '检查项数'), value: result?.examined ?? null },
      { id: 'deviations', label: text('Deviations', '偏差数'), value: result?.deviations ?? null },
      { id: 'due', label: text('Next due', '下次应执行日'), value: lateness.due },
      { id: 'overdueDays', label: text('Days overdue', '逾期天数'), value: lateness.overdueDays },
    ],
    rule: procedureRule(judged),
    output: { percent, stale },
  }
}

export const kindStep = ({ kind, own, known, percent }: Part): Step => ({
  id: kind,
  label: kinds[kind],
  inputs: own.map(({ procedure, percent: value }) => ({ id: procedure.id, label: text(procedure.reference, procedure.reference), value })),
  rule: known.length === 0
    ? text('No procedure has a result: not assessed', '尚无测试结果：未评估')
    : text('The weakest procedure decides; one that is not assessed leaves it open, unless another shows that nothing works', '取最弱的一项；有一项未评估即为未评估，除非另有一项表明完全无效'),
  output: { percent, stale: own.some(({ stale }) => stale) },
})

export const outcomeStep = (design: Part, operation: Part, percent: number | null): Step => ({
  id: 'effectiveness',
  label: text('Effectiveness of the control', '控制有效性'),
  inputs: [design, operation].map((part) => ({ id: part.kind, label: kinds[part.kind], value: part.percent })),
  rule: outcomeRule(design, operation, percent),
  output: { percent, stale: [...design.own, ...operation.own].some(({ stale }) => stale) },
})

const outcomeRule = (design: Part, operation: Part, percent: number | null): Text => {
  if (percent === 0) return text('A design that does not fit, or an operation that does not happen, leaves no effect', '设计不合理或未实际运行，即无效果')
  if (percent !== null) {
    return design.percent === null
      ? text('The design was not tested: operation speaks for itself', '设计有效性未测试，以运行有效性为准')
      : text('Operation counts for no more than the design allows: the lower of the two', '运行有效性不得高于设计有效性：取两者中较低者')
  }
  if (operation.own.length === 0 && design.own.length === 0) return text('There is no test procedure: not assessed', '未建立测试程序：未评估')
  if (operation.percent === null && design.percent !== null) {
    return text('A design alone does not show that anything operates: not assessed', '仅有设计有效性不能证明实际运行：未评估')
  }
  return text('What is not assessed leaves the whole not assessed', '存在未评估部分，整体视为未评估')
}
