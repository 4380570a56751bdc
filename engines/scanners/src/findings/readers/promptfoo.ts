import { at, list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** promptfoo, JSON of an evaluation: one finding for each result, `passed` where the model stood the test. https://www.promptfoo.dev/docs/configuration/outputs/ */
export const reader: JsonReader = {
  id: 'promptfoo',
  name: 'promptfoo',
  kind: 'json',
  detect: (head) => head.keys.has('evalId') && head.keys.has('results'),
  paths: [['results', 'results', '*'], ['results', 'outputs', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const of = (...names: string[]) => text(value, ...names)
    const meta = (name: string) => of('metadata', name) ?? of('testCase', 'metadata', name)
    const failed = list(value, 'gradingResult', 'componentResults').filter((one) => at(one, 'pass') === false)
    const rule = meta('pluginId') ?? failed.flatMap((one) => text(one, 'assertion', 'type') ?? [])[0] ?? null
    const vars = at(value, 'vars')
    return [{
      rule, title: [rule, meta('harmCategory') ?? of('testCase', 'description')].filter((t) => t !== null).join(': ') || 'Test of a prompt',
      description: [meta('goal'), of('gradingResult', 'reason'), of('error')].filter((t) => t !== null).join('\n\n'),
      severity: meta('severity'), stance: at(value, 'success') === true ? 'passed' : 'open',
      host: of('provider', 'id') === null && of('provider') === null ? null : { name: of('provider', 'label') ?? of('provider', 'id') ?? of('provider') },
      evidence: [vars === null ? '' : JSON.stringify(vars), `prompt: ${of('prompt', 'raw') ?? of('prompt') ?? ''}`,
        `output: ${of('response', 'output') ?? JSON.stringify(at(value, 'response', 'output'))}`, `strategy: ${meta('strategyId') ?? ''}`,
        ...failed.map((one) => `failed: ${text(one, 'reason') ?? ''}`)].join('\n'), firstSeen: text(context, 'results', 'timestamp'), record: pointer(keys),
    }]
  },
}
