import { number, pointer, text, texts, list, at } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** garak, hit log (an object a line): one finding for each hit of a probe. https://docs.garak.ai */
export const reader: JsonReader = {
  id: 'garak',
  name: 'garak',
  kind: 'json',
  detect: (head) => [head.keys, head.itemKeys].some((keys) => ['goal', 'prompt', 'probe', 'detector', 'generator'].every((key) => keys.has(key))),
  paths: [['*']],
  mayBeLines: true,
  read: ({ value, keys }) => {
    const of = (key: string) => text(value, key)
    const said = list(value, 'prompt', 'turns').map((turn) => `${text(turn, 'role') ?? ''}: ${text(turn, 'content', 'text') ?? ''}`)
    const output = of('output') ?? text(value, 'output', 'text') ?? texts(value, 'outputs').join('\n')
    return [{
      rule: of('probe'), title: [of('probe'), of('goal')].filter((t) => t !== null).join(': '), description: of('goal'),
      severity: number(value, 'score') === null ? null : `score ${of('score')}`, host: of('generator') === null ? null : { name: of('generator') },
      evidence: [`detector: ${of('detector') ?? ''}`, ...(said.length > 0 ? said : [of('prompt') ?? text(at(value, 'prompt'), 'text') ?? '']), `output: ${output}`,
        ...texts(value, 'triggers').map((t) => `trigger: ${t}`)].join('\n'),
      record: pointer(keys),
    }]
  },
}
