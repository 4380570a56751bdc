import { sectionOf } from '../mobsf.ts'
import { pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const sections = [
  'permissions', 'manifest_analysis', 'code_analysis', 'android_api', 'ios_api', 'binary_analysis', 'macho_analysis', 'dylib_analysis', 'framework_analysis', 'certificate_analysis',
  'network_security', 'ats_analysis', 'insecure_connections', 'file_analysis',
  'secrets', 'firebase_urls',
]

/**
 * MobSF, JSON of a static analysis: one finding for each result of its sections (permissions, manifest, code, interfaces, binaries, certificate, network, files, secrets);
 * of code for each rule and file. Its scorecard `appsec` tells the same once more. https://mobsf.github.io/docs
 */
export const reader: JsonReader = {
  id: 'mobsf',
  name: 'MobSF',
  kind: 'json',
  detect: ({ keys }) => keys.has('app_name') && keys.has('file_name') && keys.has('md5') && (keys.has('app_type') || keys.has('package_name') || keys.has('bundle_id')),
  paths: sections.map((section) => [section, '*']),
  read: ({ value, keys }, { context }) => {
    const app = linesOf(named('App', text(context, 'app_name')), named('Package', text(context, 'package_name') ?? text(context, 'bundle_id')))
    const name = text(context, 'package_name') ?? text(context, 'bundle_id')
    const component = name === null ? null : { name, version: text(context, 'version_name') ?? text(context, 'app_version') }
    return sectionOf(String(keys[0]), value, keys[1]!, pointer(keys)).map((draft) => ({ ...draft, component: draft.component ?? component, evidence: linesOf(draft.evidence, app) }))
  },
}
