import { controlDraft } from '../inspec.ts'
import { pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { hostNamed } from '../web.ts'

/** Chef InSpec, reporters json and json-min: one finding for each control, with its results; `passed` where all of these are, `accepted` where it is waived. https://docs.chef.io/inspec/reporters/ */
export const reader: JsonReader = {
  id: 'inspec',
  name: 'Chef InSpec',
  kind: 'json',
  detect: (head) => (head.keys.has('profiles') && (head.keys.has('statistics') || head.keys.has('platform'))) || (head.keys.has('controls') && head.itemKeys.has('code_desc')),
  paths: [['profiles', '*', 'controls', '*'], ['controls', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const target = text(context, 'platform', 'target_id')
    const os = [text(context, 'platform', 'name'), text(context, 'platform', 'release')].filter((t) => t !== null).join(' ')
    return [controlDraft(value, { record: pointer(keys), ...(target === null ? {} : { host: { name: target, ...hostNamed(target), os } }) })]
  },
}
