import { identifiersIn } from '../identifiers.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

/** cargo-audit, JSON: one finding for each flaw of a package, and for each warning (unmaintained, unsound, yanked). https://docs.rs/cargo-audit */
export const reader: JsonReader = {
  id: 'cargoAudit',
  name: 'cargo-audit',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('lockfile') && (keys.has('database') || keys.has('settings')) && /"(?:dependency-count|advisory-count)"\s*:/.test(beginning),
  paths: [['vulnerabilities', 'list', '*'], ['warnings', '*']],
  read: ({ value, keys }, run) => {
    if (Array.isArray(value)) return value.flatMap((one, i) => reader.read({ path: 1, keys: [...keys, i], value: one }, run))
    const advisory = at(value, 'advisory')
    const name = text(value, 'package', 'name') ?? text(advisory, 'package')
    if (name === null) return []
    const version = text(value, 'package', 'version')
    const kind = text(value, 'kind') ?? (keys[0] === 'warnings' && typeof keys[1] === 'string' ? keys[1] : null)
    const id = text(advisory, 'id')
    const functions = Object.keys(at(value, 'affected', 'functions') ?? {})
    return [{
      rule: id ?? kind, title: text(advisory, 'title') ?? (kind === null ? null : `${name} is ${kind}`), description: text(advisory, 'description'),
      references: [text(advisory, 'url'), ...texts(advisory, 'references'), id === null ? null : `https://rustsec.org/advisories/${id}`],
      identifiers: identifiersIn(id, ...texts(advisory, 'aliases')), cvss: [{ vector: text(advisory, 'cvss') }],
      severity: text(advisory, 'severity') ?? (id === null || text(advisory, 'cvss') !== null ? null : kind ?? text(advisory, 'informational')),
      component: { name, version, purl: `pkg:cargo/${name}${version === null ? '' : `@${version}`}`, fixedIn: texts(value, 'versions', 'patched').join(', '), path: text(value, 'package', 'source') },
      evidence: linesOf(
        named('Kind', kind), named('Unaffected', texts(value, 'versions', 'unaffected').join(', ')), named('Functions', functions.join(', ')),
        named('Categories', texts(advisory, 'categories').join(', ')), named('Dependencies', list(value, 'package', 'dependencies').map((d) => text(d, 'name')).join(', ')),
      ),
      record: pointer(keys),
    }]
  },
}
