import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

/** Meterian, JSON: one finding for each advice on a dependency. https://docs.meterian.io */
export const reader: JsonReader = {
  id: 'meterian',
  name: 'Meterian',
  kind: 'json',
  detect: ({ keys, text: beginning }) => (keys.has('reports') || keys.has('security')) && (keys.has('scores') || keys.has('outcome'))
    && /meterian|"(?:advices|assessments)"\s*:|"stability"\s*:/i.test(beginning),
  paths: [['reports', 'security'], ['security']].flatMap((way) => [[...way, 'reports', '*', 'reports', '*'], [...way, 'assessments', '*', 'reports', '*']]),
  read: ({ value, keys }, { context }) => list(value, 'advices').map((advice, i) => {
    const cve = text(advice, 'cve')
    const [name, version] = [text(value, 'dependency', 'name') ?? text(advice, 'library', 'name') ?? 'unknown', text(value, 'dependency', 'version')]
    const links = list(advice, 'links').map((link) => text(link, 'url'))
    const safe = ['latestPatch', 'latestMinor', 'latestMajor'].map((key) => text(value, 'safeVersions', key)).filter((t) => t !== null)
    return {
      rule: cve ?? text(advice, 'id'), title: `${name}:${version ?? ''}${cve === null ? '' : ` ${cve}`}`, description: text(advice, 'description'),
      solution: safe.length === 0 ? null : `Upgrade to ${safe.join(' or ')}`,
      references: links.filter((link) => link?.startsWith('http') === true), identifiers: joined(identifiersIn(cve, ...links), { cwe: cweOf(text(advice, 'cwe')) }),
      cvss: [{ score: number(advice, 'cvss') }], severity: text(advice, 'severity'),
      component: { name, version, fixedIn: safe.join(', '), path: [...texts(value, 'locations'), ...texts(value, 'dependency', 'locations')].join(', ') },
      evidence: linesOf(named('Kind', text(advice, 'type')), named('Vulnerable', text(advice, 'versionRange')), texts(value, 'hierarchy').join(' > ')),
      firstSeen: text(context, 'timestamp'), record: pointer([...keys, 'advices', i]),
    }
  }),
}
