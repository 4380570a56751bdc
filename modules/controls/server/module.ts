import { answerSources } from '@heng/frameworks/reads'
import { defineModule } from '@heng/server-kit'
import { controls as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { controlAnswers } from './control/answers.ts'
import { control } from './control/register.ts'
import { link, ofRequirement } from './control/requirement.ts'
import { start } from './control/start.ts'
import { onFrameworkUpgraded } from './control/upgraded.ts'
import * as schedules from './controlTest/schedule.ts'
import { controlTest } from './controlTest/register.ts'
import { sampleSize } from './controlTest/sampleSize.ts'
import { explain } from './effectiveness/explain.ts'
import { recomputeAllLate } from './effectiveness/nightly.ts'
import { controlTables } from './migrations/0001_controls.ts'
import { effectivenessColumns } from './migrations/0002_effectiveness.ts'
import { testTables } from './migrations/0003_tests.ts'
import { permissions } from './permissions.ts'
import { conclude } from './testResult/conclude.ts'
import { draw } from './testResult/draw.ts'
import { testResult } from './testResult/register.ts'
import { replace } from './testResult/replace.ts'
import { review } from './testResult/review.ts'
import { reviewWork } from './work/reviews.ts'
import { openAllDue, testWork } from './work/tests.ts'

export const module = defineModule({
  name: 'controls',
  migrations: [controlTables, effectivenessColumns, testTables],
  messages,
  permissions,
  registers: [control, controlTest, testResult],
  contract,
  handlers: {
    control: { ...control.handlers, start, ofRequirement, link, explain },
    controlTest: { ...controlTest.handlers, preview: schedules.preview, sampleSize },
    testResult: { ...testResult.handlers, draw, conclude, review, replace },
  },
  extensions: [answerSources.with(controlAnswers)],
  on: [onFrameworkUpgraded, ...testWork, ...reviewWork],
  cron: [
    { name: 'controls.recomputeLate', pattern: '29 */4 * * *', run: recomputeAllLate },
    { name: 'controls.openDue', pattern: '31 */4 * * *', run: openAllDue },
  ],
})
