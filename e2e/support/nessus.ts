export interface Flaw {
  readonly plugin: number
  readonly name: string
  /** 0 for information only, to 4 for critical. */
  readonly severity: 0 | 1 | 2 | 3 | 4
  readonly port: number
  readonly cves?: readonly string[]
  readonly vector?: string
  readonly links?: readonly string[]
  readonly output?: string
}
export interface Host {
  readonly ip: string
  readonly fqdn: string
  readonly flaws: readonly Flaw[]
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const tag = (name: string, text: string | undefined): string => (text === undefined ? '' : `<${name}>${escaped(text)}</${name}>`)

const item = ({ plugin, name, severity, port, cves = [], vector, links = [], output }: Flaw): string =>
  `<ReportItem port="${port}" svc_name="www" protocol="tcp" severity="${severity}" pluginID="${plugin}" pluginName="${escaped(name)}" pluginFamily="General">
${cves.map((cve) => tag('cve', cve)).join('')}${tag('cvss3_vector', vector)}${tag('cvss3_base_score', vector === undefined ? undefined : '9.8')}${tag('see_also', links.join('\n') || undefined)}
${tag('description', `The remote host is affected by: ${name}.\n\nAn unauthenticated attacker can reach the service over the network.`)}${tag('solution', 'Install the current release of the vendor.')}
${tag('risk_factor', ['None', 'Low', 'Medium', 'High', 'Critical'][severity])}${tag('plugin_output', output)}</ReportItem>`

/** A report as Nessus writes it. */
export const nessusReport = (hosts: readonly Host[]): string => `<?xml version="1.0" ?>
<NessusClientData_v2><Policy><policyName>weekly</policyName></Policy><Report name="weekly">${hosts.map(({ ip, fqdn, flaws }) => `
<ReportHost name="${ip}"><HostProperties><tag name="host-ip">${ip}</tag><tag name="host-fqdn">${fqdn}</tag></HostProperties>${flaws.map(item).join('')}</ReportHost>`).join('')}
</Report></NessusClientData_v2>`
