import { identifiersIn } from '../identifiers.ts'
import { list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** `dotnet list package --vulnerable --format json`: one finding for each advisory of a package, framework and project. https://learn.microsoft.com/dotnet/core/tools/dotnet-package-list */
export const reader: JsonReader = {
  id: 'dotnetVulnerable',
  name: 'dotnet list package --vulnerable',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('projects')
    && (/"parameters"\s*:\s*"[^"]*--vulnerable/.test(beginning) || (/"frameworks"\s*:/.test(beginning) && /"(?:topLevel|transitive)Packages"\s*:/.test(beginning))),
  paths: [['projects', '*', 'frameworks', '*', 'topLevelPackages', '*'], ['projects', '*', 'frameworks', '*', 'transitivePackages', '*']],
  read: ({ value, keys }, { context }) => {
    const [name, version] = [text(value, 'id') ?? 'unknown', text(value, 'resolvedVersion') ?? text(value, 'requestedVersion')]
    return list(value, 'vulnerabilities').map((flaw, i) => {
      const ids = identifiersIn(text(flaw, 'advisoryurl'))
      return {
        rule: ids.other[0] ?? text(flaw, 'advisoryurl'), title: `Vulnerable package: ${name}`, references: [text(flaw, 'advisoryurl')], identifiers: ids,
        severity: text(flaw, 'severity'),
        component: { name, version, purl: `pkg:nuget/${name}${version === null ? '' : `@${version}`}`, path: text(context, ...keys.slice(0, 2), 'path') },
        evidence: text(context, ...keys.slice(0, 4), 'framework'),
        record: pointer([...keys, 'vulnerabilities', i]),
      }
    })
  },
}
