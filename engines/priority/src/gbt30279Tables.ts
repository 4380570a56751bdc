import { text, type Text } from './text.ts'
import type { Point, Tree } from './tree.ts'

/** Version of these tables, not of the standard. They come from one public listing; see the README for what a second source confirmed and what is not established. */
export const tablesVersion = '1.0.0'

const indicator = (id: string, name: Text, levels: Readonly<Record<string, Text>>): Point => ({ id, name, values: Object.entries(levels).map(([level, own]) => ({ id: level, name: own })) })

const low = text('low', '低')
const medium = text('medium', '中')
const high = text('high', '高')
const impactLevels = { none: text('none', '无'), limited: text('limited', '一般'), serious: text('serious', '严重') }

/** Indicators of the three groups, each level by level, mildest first. */
const exploitabilityPoints = [
  indicator('accessPath', text('Access path', '访问路径'), { physical: text('physical', '物理'), local: text('local', '本地'), adjacent: text('adjacent', '邻接'), network: text('network', '网络') }),
  indicator('triggerRequirement', text('Trigger requirement', '触发要求'), { high, low }),
  indicator('privileges', text('Privileges needed', '权限需求'), { high, low, none: text('none', '无') }),
  indicator('interaction', text('Interaction', '交互条件'), { needed: text('needed', '需要'), 'not-needed': text('not needed', '不需要') }),
]
const impactPoints = [
  indicator('confidentiality', text('Confidentiality', '保密性'), impactLevels),
  indicator('integrity', text('Integrity', '完整性'), impactLevels),
  indicator('availability', text('Availability', '可用性'), impactLevels),
]
const environmentPoints = [
  indicator('scope', text('Extent of the effect', '影响范围'), { low, medium, high }),
  indicator('exploitCost', text('Cost of exploitation', '被利用成本'), { high, medium, low }),
  indicator('repairDifficulty', text('Difficulty of repair', '修复难度'), { low, medium, high }),
]

const levelsFrom = (first: number): Readonly<Record<string, Text>> =>
  Object.fromEntries(Array.from({ length: 10 - first }, (_, i) => [`level-${first + i}`, text(`level ${first + i}`, `${first + i}级`)]))
const exploitabilityLevel = indicator('exploitability', text('Exploitability', '被利用性'), levelsFrom(1))
const impactLevel = indicator('impact', text('Impact', '影响程度'), levelsFrom(0))
const environmentLevel = indicator('environment', text('Environmental factors', '环境因素'), levelsFrom(1))

const gradeNames = { none: text('not graded', '不予分级'), low: text('low', '低危'), medium: text('medium', '中危'), high: text('high', '高危'), critical: text('critical', '超危') }
const technicalGrade = indicator('technicalGrade', text('Technical grade', '技术分级'), gradeNames)
const comprehensiveGrade = indicator('comprehensiveGrade', text('Comprehensive grade', '综合分级'), gradeNames)

const tree = (id: string, name: Text, points: readonly Point[], outcome: Point, table: readonly number[]): Tree => ({ id: `gbt30279-${id}`, version: tablesVersion, name, points, outcome, table })
/** Digits as they stand in the tables; `first` is the level that the outcome begins with. */
const digits = (rows: string, first: number): number[] => [...rows.replaceAll(' ', '')].map((digit) => Number(digit) - first)
/** Grades by the first letter of their English names, `-` for none. */
const grades = (rows: string): number[] => [...rows.replaceAll(' ', '')].map((letter) => '-lmhc'.indexOf(letter))

/** Serious, limited and none counted over the three properties: the order of the rows of Annex B. No effect at all has no row there: level 0. */
const impactCounts: Readonly<Record<string, number>> = { '300': 9, '210': 8, '201': 7, '120': 6, '111': 5, '102': 4, '030': 3, '021': 2, '012': 1, '003': 0 }
const impactTable = Array.from({ length: 27 }, (_, row) => {
  const levels = [Math.floor(row / 9), Math.floor(row / 3) % 3, row % 3]
  return impactCounts[[2, 1, 0].map((level) => levels.filter((one) => one === level).length).join('')]!
})

/** Exploitability from its four indicators. 48 rows. GB/T 30279-2020, Annex A. */
export const exploitabilityTable = tree('exploitability', text('GB/T 30279, exploitability', 'GB/T 30279 被利用性评级'), exploitabilityPoints, exploitabilityLevel, digits(
  '111111 111222 121324 224668 122445 335768 234558 377889', 1,
))

/** Impact from the three properties. 27 combinations of 9 rows. GB/T 30279-2020, Annex B. */
export const impactLevelTable = tree('impact', text('GB/T 30279, impact', 'GB/T 30279 影响程度评级'), impactPoints, impactLevel, impactTable)

/** Environmental factors. 27 rows. GB/T 30279-2020, Annex C. */
export const environmentTable = tree('environment', text('GB/T 30279, environmental factors', 'GB/T 30279 环境因素评级'), environmentPoints, environmentLevel, digits(
  '123 234 345 456 567 678 567 678 789', 1,
))

/** Technical grade from impact (0–9) and exploitability (1–9). GB/T 30279-2020, Annex D. */
export const technicalTable = tree('technical', text('GB/T 30279, technical grade', 'GB/T 30279 技术分级'), [impactLevel, exploitabilityLevel], technicalGrade, grades(
  '--------- llllllllm llmmmmmmm llmmmmmmh lmmmmmmmh mmmmmmmhh mmmmmmmhh mmmmmhhhc mmmmhhhhc mhhhhhhhc',
))

/** Comprehensive grade from technical grade and environmental factors (1–9). GB/T 30279-2020, Annex E. */
export const comprehensiveTable = tree('comprehensive', text('GB/T 30279, comprehensive grade', 'GB/T 30279 综合分级'), [technicalGrade, environmentLevel], comprehensiveGrade, grades(
  '--------- llllllmmh lllllmmhc llllmmhcc mmmhhhccc',
))
