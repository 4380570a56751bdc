import { advisories, labelled, lines, resourceName } from './advisories.ts'
import type { Draft } from './draft.ts'
import { identifiersIn } from './identifiers.ts'

/** A row or record of Sysdig by the names that its reports have had for the same thing. */
export type Cell = (...names: readonly string[]) => string | null

const versions = { 2: '2.0', 3: null, 3.1: '3.1', 4: '4.0' } as const

/** A finding from what a row says, whichever of the layouts it is of. */
export const draftOf = (cell: Cell, record: string): Draft => {
  const id = cell('Vulnerability ID', 'Vulnerability Name', 'vuln_id')
  const name = cell('Package name', 'scan_package_name')
  const vector = cell('CVSS vector', 'vuln_cvss_vector')
  const isVector = /\bAV:/i.test(vector ?? '')
  const version = versions[Number(cell('CVSS version', 'vuln_cvss_version')) as keyof typeof versions] ?? null
  const fixedIn = cell('Fix version', 'vuln_fixed_in_version')
  const suggested = cell('Package suggested fix')
  const workload = resourceName(
    cell('K8S cluster name', 'Kubernetes Cluster Name', 'kubernetes_cluster_name'), cell('K8S namespace name', 'Kubernetes Namespace Name', 'kubernetes_namespace_name'),
    cell('K8S workload type', 'Kubernetes Workload Type', 'kubernetes_workload_type'), cell('K8S workload name', 'Kubernetes Workload Name', 'kubernetes_workload_name'),
    cell('K8S container name', 'Kubernetes Container Name', 'kubernetes_pod_container_name'),
  )
  const image = cell('Image', 'Image Name', 'container_image') ?? resourceName(cell('Registry name'), cell('Registry image repository'))
  const link = cell('Vuln link')
  return {
    rule: id,
    title: [id, name].filter((t) => t !== null).join(' in '),
    solution: fixedIn === null && suggested === null ? null : `Upgrade to ${suggested ?? fixedIn}`,
    references: [link],
    identifiers: /^(?:[A-Z]+-|\d)/.test(id ?? '') ? advisories(id) : identifiersIn(id, link, vector),
    cvss: [{ ...(version === null || vector?.startsWith('CVSS:') === true ? {} : { version }), vector: isVector ? vector : null, score: cell('CVSS score', 'vuln_cvss_score') }],
    severity: cell('Severity', 'Vulnerability Severity', 'vuln_severity'),
    stance: cell('Risk accepted', 'vuln_risk_accepted')?.toLowerCase() === 'true' ? 'accepted' : 'open',
    host: { name: workload ?? cell('Host name', 'Hostname') ?? image, cloudId: cell('Cloud provider id'), os: cell('OS Name', 'container_image_distro') },
    component: name === null ? null : { name, version: cell('Package version', 'scan_package_version'), fixedIn, path: cell('Package path', 'scan_package_path') ?? image },
    evidence: lines(
      labelled('Image', image), labelled('Image id', cell('Image ID', 'container_image_id')), labelled('Package type', cell('Package type', 'scan_package_type')),
        labelled('In use', cell('In use', 'Package In Use', 'scan_package_in_use')),
      labelled('Public exploit', cell('Public Exploit', 'vuln_has_exploit')), labelled('Known to be exploited', cell('CISA KEV Publish Date', 'vuln_cisa_kev_publish_date')),
    ),
    record,
  }
}
