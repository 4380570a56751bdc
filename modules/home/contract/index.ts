import { operation } from '@heng/contract'
import { z } from 'zod'

export const tileIds = [
  'assets', 'keyAssets', 'assetsUnvalued', 'assetsWithoutOwner', 'risks', 'risksHigh', 'risksNotAssessed', 'risksUndecided', 'reviewsOverdue',
  'measuresOverdue', 'controlsNotWorking', 'controlsPlanned', 'soaUndecided', 'tasksOverdue',
] as const
export const coverageIds = ['owned', 'valued', 'assessed', 'treated', 'applicability', 'working'] as const
export const stepIds = ['people', 'scope', 'criteria', 'assets', 'values', 'scenarios', 'rating', 'treatment', 'soa'] as const

const tile = z.object({
  id: z.enum(tileIds),
  noun: z.string(),
  /** The query under which the register shows just these rows. */
  filter: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  total: z.int(),
  capped: z.boolean(),
  /** False where what the number counts in does not exist yet: then it says nothing, and the register is where it begins. */
  begun: z.boolean(),
  /** Whether a number above zero calls for action. */
  attention: z.boolean(),
})

const step = z.object({
  id: z.enum(stepIds),
  done: z.boolean(),
  /** Rows of the step and how many of them are still to be done; null where there are none, or nothing is counted. */
  rows: z.object({ rest: z.int(), total: z.int(), capped: z.boolean() }).nullable(),
  /** Whether the rest was said to be enough for now; null where that cannot be said. */
  enough: z.boolean().nullable(),
  /** The rows are done, but what the step is for (an approval) is not there yet. */
  waits: z.boolean(),
})

export const home = {
  overview: operation({
    id: 'home.overview', method: 'GET', path: '/home', permission: 'home:read',
    summary: { en: 'What matters to me today', 'zh-CN': '首页概览' },
    input: z.object({}),
    output: z.object({
      tiles: z.array(tile),
      /** Shares of what has to be done, for those who steer or check; empty for others and where there is nothing yet. */
      coverage: z.array(z.object({
        id: z.enum(coverageIds), noun: z.string(),
        /** The query of the rows that are still to be done, how many they are, and of how many. */
        filter: z.record(z.string(), z.union([z.string(), z.array(z.string())])), rest: z.int(), total: z.int(), capped: z.boolean(),
      })),
      guide: z.object({ steps: z.array(step), hidden: z.boolean() }).nullable(),
      sample: z.object({ offered: z.boolean(), jobId: z.uuid().nullable() }),
    }),
  }),
  loadSample: operation({
    id: 'home.loadSample', method: 'POST', path: '/home/sample', permission: 'home:guide',
    summary: { en: 'Load the sample company', 'zh-CN': '载入示例企业' },
    input: z.object({}), output: z.object({ jobId: z.uuid() }),
  }),
  hideGuide: operation({
    id: 'home.hideGuide', method: 'PUT', path: '/home/guide', permission: 'home:guide',
    summary: { en: 'Hide or show the guide', 'zh-CN': '隐藏或显示向导' },
    input: z.object({ hidden: z.boolean() }), output: z.object({}),
  }),
  sayEnough: operation({
    id: 'home.sayEnough', method: 'PUT', path: '/home/guide/steps/{step}', permission: 'home:guide',
    summary: { en: 'Say that a step of the guide is done far enough for now, or take it back', 'zh-CN': '将向导中的某一步标记为暂告完成，或取消标记' },
    input: z.object({ step: z.enum(stepIds), enough: z.boolean() }), output: z.object({}),
  }),
}
