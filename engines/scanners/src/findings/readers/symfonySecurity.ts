import { identifiersIn } from '../identifiers.ts'
import { list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Local PHP Security Checker and the security checker of Symfony, JSON: one finding for each advisory of a package. https://github.com/fabpot/local-php-security-checker */
export const reader: JsonReader = {
  id: 'symfonySecurity',
  name: 'PHP Security Checker (Symfony)',
  kind: 'json',
  detect: ({ isList, keys, text: beginning }) => !isList && [...keys].every((key) => /^[\w.-]+\/[\w.-]+$/.test(key)) && /^\s*\{\s*"[\w.-]+\\?\/[\w.-]+"\s*:\s*\{/.test(beginning)
    && /"advisories"\s*:/.test(beginning),
  paths: [['*']],
  read: ({ value, keys }) => {
    const name = String(keys[0])
    const version = text(value, 'version')
    return list(value, 'advisories').map((advisory, i) => ({
      rule: text(advisory, 'cve') ?? text(advisory, 'link'), title: text(advisory, 'title'), references: [text(advisory, 'link')],
      identifiers: identifiersIn(text(advisory, 'cve'), text(advisory, 'title'), text(advisory, 'link')),
      component: { name, version, purl: `pkg:composer/${name}${version === null ? '' : `@${version}`}` }, record: pointer([...keys, 'advisories', i]),
    }))
  },
}
