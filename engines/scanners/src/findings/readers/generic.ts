import { draftsOfGeneric } from '../genericFindings.ts'
import { pointer } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Of a scan that found nothing. */
const isEmpty = /^\s*\{\s*"findings"\s*:\s*\[\s*\]\s*\}\s*$/

/**
 * `{"findings": […]}` of title and severity, as DefectDojo's generic import takes it: one finding for each endpoint.
 * https://docs.defectdojo.com/supported_tools/parsers/generic_findings_import/
 */
export const reader: JsonReader = {
  id: 'generic',
  name: 'Generic findings',
  kind: 'json',
  isGeneral: true,
  detect: (head) => head.keys.has('findings') && (isEmpty.test(head.text) || (/"(?:title|name)"\s*:/.test(head.text) && /"severity"\s*:/i.test(head.text))),
  takesMapping: (head) => head.keys.has('findings'),
  paths: [['findings', '*']],
  read: ({ value, keys }, { mapping }) => draftsOfGeneric(value, pointer(keys), mapping),
}
