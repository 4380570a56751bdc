import { idInput, label, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { control } from './control.ts'
import { controlTestOperations } from './controlTest.ts'
import { explain } from './explain.ts'
import { testResultOperations } from './testResult.ts'

export { control } from './control.ts'
export { conclusions, controlTest } from './controlTest.ts'
export type { ExplainedTest, ExplainStep } from './explain.ts'
export { outcomes, testResult, type TestItem } from './testResult.ts'

const brief = z.object({
  id: z.uuid(),
  reference: z.string(),
  name: z.string(),
  state: control.fields.state.schema,
  stateSince: z.iso.date().nullable(),
  type: control.fields.type.schema.nullable(),
  owner: z.uuid().nullable(),
  document: z.string().nullable(),
})

/** Controls as a neighbour's page shows them. */
export type ControlBrief = z.output<typeof brief>

export const controls = {
  control: {
    ...registerOperations(control, '/controls'),
    explain,
    start: operation({
      id: 'control.start',
      method: 'POST',
      path: '/controls/start',
      permission: 'control:write',
      summary: { en: 'Start controls from requirements', 'zh-CN': '依据要求建立控制措施' },
      /** Requirements (such as Annex A lines) to begin with; those that a control already answers are left alone. */
      input: z.object({
        requirements: z.array(z.uuid()).min(1).max(500),
        owner: z.uuid().nullable().optional(),
        unit: z.uuid().nullable().optional(),
      }),
      output: z.object({
        created: z.array(z.object({ id: z.uuid(), reference: z.string(), name: z.string() })),
        present: z.array(z.uuid()),
      }),
    }),
    ofRequirement: operation({
      id: 'control.ofRequirement',
      method: 'GET',
      path: '/requirements/{id}/controls',
      permission: 'control:read',
      asOf: true,
      summary: { en: 'Controls that answer a requirement', 'zh-CN': '回应某项要求的控制措施' },
      input: idInput,
      output: z.object({ items: z.array(brief), labels: z.record(z.string(), label) }),
    }),
    link: operation({
      id: 'control.link',
      method: 'POST',
      path: '/requirements/{id}/controls',
      permission: 'control:write',
      summary: { en: 'Link controls to a requirement', 'zh-CN': '将控制措施关联到要求' },
      input: idInput.extend({ controls: z.array(z.uuid()).min(1).max(200), linked: z.boolean() }),
      output: z.object({ changed: z.int() }),
    }),
  },
  controlTest: controlTestOperations,
  testResult: testResultOperations,
}
