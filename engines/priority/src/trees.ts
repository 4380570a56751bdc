import { text, type Text } from './text.ts'
import type { Point, Tree } from './tree.ts'

const point = (id: string, name: Text, values: Readonly<Record<string, Text>>): Point => ({ id, name, values: Object.entries(values).map(([value, own]) => ({ id: value, name: own })) })
const yesNo = { no: text('no', '否'), yes: text('yes', '是') }

const exploitation = point('exploitation', text('Exploitation', '利用情况'), { none: text('none known', '无已知利用'), 'public-poc': text('public proof of concept', '存在公开利用代码'), active: text('active', '已被实际利用') })
const automatable = point('automatable', text('Automatable', '可否自动化利用'), yesNo)
const technicalImpact = point('technicalImpact', text('Technical impact', '技术影响'), { partial: text('partial', '部分控制'), total: text('total', '完全控制') })
const exposure = point('exposure', text('System exposure', '系统暴露程度'), { small: text('small', '小'), controlled: text('controlled', '受控'), open: text('open', '开放') })
const humanImpact = point('humanImpact', text('Human impact', '人员与业务影响'), { low: text('low', '低'), medium: text('medium', '中'), high: text('high', '高'), 'very-high': text('very high', '很高') })
const missionAndWellBeing = point('missionAndWellBeing', text('Mission and well-being', '业务与公众福祉影响'), { low: text('low', '低'), medium: text('medium', '中'), high: text('high', '高') })
const inKev = point('inKev', text('In the KEV catalog', '已列入 KEV 目录'), yesNo)
const publiclyExposed = point('publiclyExposed', text('Publicly exposed', '暴露于公网'), yesNo)
const safetyImpact = point('safetyImpact', text('Safety impact', '人身安全影响'), {
  negligible: text('negligible', '可忽略'), marginal: text('marginal', '轻微'), critical: text('critical', '严重'), catastrophic: text('catastrophic', '灾难性'),
})
const missionImpact = point('missionImpact', text('Mission impact', '业务影响'), {
  degraded: text('degraded', '效率下降'), 'mef-support-crippled': text('support of essential functions crippled', '关键业务支撑受损'), 'mef-failure': text('an essential function fails', '某项关键业务中断'), 'mission-failure': text('mission failure', '整体业务瘫痪'),
})
const priority = point('priority', text('Priority', '处置优先级'), { defer: text('defer', '暂缓'), scheduled: text('scheduled', '按计划'), 'out-of-cycle': text('out of cycle', '提前处置'), immediate: text('immediate', '立即') })

/** Outcomes by their first letters, combination by combination. */
const tableOf = (outcome: Point, letters: Readonly<Record<string, string>>, rows: string): number[] =>
  [...rows.replaceAll(' ', '')].map((letter) => outcome.values.findIndex((v) => v.id === letters[letter]))

const cisaLevel = point('cisaLevel', text('CISA level', 'CISA 等级'), { track: text('track', '跟踪'), 'track-closely': text('track closely', '密切跟踪'), attend: text('attend', '关注处置'), act: text('act', '立即行动') })
const timeline = point('timeline', text('Remediation', '修复时限'), {
  'next-upgrade': text('with the next upgrade', '随下次升级'), '60-days': text('60 days', '60 天'), '14-days': text('14 days', '14 天'), '3-days': text('3 days', '3 天'), '3-days-forensics': text('3 days and a forensic investigation', '3 天并开展取证调查'),
})

/** For whoever deploys software: when to patch. 72 combinations. SSVC, deployer patch application priority 1.0.0. */
export const deployer: Tree = {
  id: 'ssvc-deployer', version: '1.0.0', name: text('SSVC, deployer', 'SSVC 部署者'), points: [exploitation, exposure, automatable, humanImpact], outcome: priority,
  table: tableOf(priority, { d: 'defer', s: 'scheduled', o: 'out-of-cycle', i: 'immediate' },
    'ddss dsss dsss ssss dsss ssso dsss ssss dsss ssso ssso ssoo ssoo sooo ssoo oooo sooi ooii'),
}

/** How CISA triages. 36 combinations. SSVC, CISA coordinator 2.0.3. */
export const cisa: Tree = {
  id: 'ssvc-cisa', version: '2.0.3', name: text('SSVC, CISA', 'SSVC CISA'), points: [exploitation, automatable, technicalImpact, missionAndWellBeing], outcome: cisaLevel,
  table: tableOf(cisaLevel, { t: 'track', c: 'track-closely', a: 'attend', x: 'act' }, 'ttt ttc tta tta ttc tca tta tca tta tax aax axx'),
}

/** How soon agencies have to mend what is exploited. 16 combinations. CISA, Binding Operational Directive 26-04. */
export const bod2604: Tree = {
  id: 'bod-26-04', version: '1.0.0', name: text('CISA BOD 26-04', 'CISA BOD 26-04'), points: [inKev, publiclyExposed, automatable, technicalImpact], outcome: timeline,
  table: tableOf(timeline, { n: 'next-upgrade', s: '60-days', f: '14-days', d: '3-days', x: '3-days-forensics' }, 'nnss sffd fffx fxdx'),
}

/** Human impact from safety and mission impact, where nobody names it. 16 combinations. SSVC, human impact 1.0.0. */
export const humanImpactTree: Tree = {
  id: 'ssvc-human-impact', version: '1.0.0', name: text('SSVC, human impact', 'SSVC 人员与业务影响'), points: [safetyImpact, missionImpact], outcome: humanImpact,
  table: tableOf(humanImpact, { l: 'low', m: 'medium', h: 'high', v: 'very-high' }, 'llmv llmv mhhv vvvv'),
}

export const trees: readonly Tree[] = [deployer, cisa, bod2604, humanImpactTree]
