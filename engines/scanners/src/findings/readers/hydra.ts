import { hostOf } from '../network.ts'
import { at, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { hidden } from '../secretShapes.ts'

/** THC Hydra, JSON version 1: one finding for each login that was guessed. https://github.com/vanhauser-thc/thc-hydra (option -b json) */
export const reader: JsonReader = {
  id: 'hydra',
  name: 'Hydra',
  kind: 'json',
  detect: (head) => head.keys.has('generator') && head.keys.has('results') && (head.keys.has('quantityfound') || head.keys.has('errormessages')),
  paths: [['results', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const generator = at(context, 'generator')
    const [login, service] = [text(value, 'login'), text(value, 'service') ?? text(generator, 'service')]
    return [{
      rule: 'weak-credentials', title: `Guessed login${login === null ? '' : ` ${login}`}${service === null ? '' : ` to ${service}`}`,
      host: hostOf(text(value, 'host') ?? text(generator, 'server')), service: { port: number(value, 'port'), name: service },
      evidence: [`login: ${login ?? ''}`, `password: ${hidden(text(value, 'password') ?? '', true)}`].join('\n'), firstSeen: text(generator, 'built'), lastSeen: text(generator, 'built'),
      record: pointer(keys),
    }]
  },
}
