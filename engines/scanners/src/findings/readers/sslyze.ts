import type { Json } from '../../input/jsonRecords.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { check, flaw, protocolOf, suitesChecks, tlsDraft, type TlsCheck } from '../tls.ts'

const yes = (value: Json, ...keys: string[]): boolean | null => keys.map((key) => at(value, key)).find((v) => typeof v === 'boolean') as boolean | undefined ?? null
const not = (is: boolean | null): boolean | null => (is === null ? null : !is)

const certificateChecks = (info: Json): TlsCheck[] => {
  const deployments = at(info, 'certificate_deployments') === null ? [info] : list(info, 'certificate_deployments')
  return deployments.flatMap((one) => {
    const stores = list(one, 'path_validation_results').concat(list(one, 'path_validation_result_list')).concat(list(one, 'path_validation_error_list'))
    const failed = stores.flatMap((store) => {
      const error = text(store, 'openssl_error_string') ?? text(store, 'verify_string') ?? text(store, 'validation_error') ?? text(store, 'error_message')
      const isBad = yes(store, 'was_validation_successful', 'is_certificate_trusted') === false || (error !== null && error.toLowerCase() !== 'ok')
      return isBad ? [`${text(store, 'trust_store', 'name') ?? ''} ${text(store, 'trust_store', 'version') ?? ''}: ${error ?? 'not trusted'}`] : []
    })
    const leaf = at(one, 'received_certificate_chain', 0)
    const of = [text(leaf, 'subject', 'rfc4514_string'), text(leaf, 'serial_number') ?? text(leaf, 'serialNumber'), text(leaf, 'not_valid_after') ?? text(leaf, 'notAfter')]
      .filter((t) => t !== null).join('\n')
    const told = (rule: string, title: string, isBad: boolean | null, severity: TlsCheck['severity']): TlsCheck[] => (isBad === null ? [] : [check(rule, title, isBad, severity, of)])
    return [
      ...(stores.length === 0 ? [] : [check('certificate trust', 'Certificate is not trusted', failed.length > 0, 'medium', [...failed, of].join('\n'))]),
      ...told('certificate hostname', 'Certificate is for another host name', not(yes(one, 'leaf_certificate_subject_matches_hostname', 'certificate_matches_hostname')), 'medium'),
      ...told('certificate sha1', 'Chain is signed with SHA-1', yes(one, 'verified_chain_has_sha1_signature', 'has_sha1_in_certificate_chain'), 'medium'),
      ...told('certificate symantec', 'Chain has a Symantec anchor that is no longer trusted', yes(one, 'verified_chain_has_legacy_symantec_anchor'), 'medium'),
      ...told('certificate order', 'Chain of certificates is out of order', not(yes(one, 'received_chain_has_valid_order', 'is_certificate_chain_order_valid')), 'low'),
    ]
  })
}

/** What each command tells; the names are those of versions 2 and of 3 to 6. */
const checksOf = (command: string, result: Json): TlsCheck[] => {
  const robot = text(result, 'robot_result') ?? text(result, 'robot_result_enum')
  const protocol = protocolOf(command)
  switch (command) {
    case 'heartbleed': return flaw('heartbleed', yes(result, 'is_vulnerable_to_heartbleed'))
    case 'openssl_ccs': case 'openssl_ccs_injection': return flaw('ccs', yes(result, 'is_vulnerable_to_ccs_injection'))
    case 'robot': return flaw('robot', robot === null ? null : robot.startsWith('VULNERABLE'), robot)
    case 'reneg': case 'session_renegotiation': return [
      ...flaw('insecureRenegotiation', not(yes(result, 'supports_secure_renegotiation'))),
        ...flaw('clientRenegotiation', yes(result, 'is_vulnerable_to_client_renegotiation_dos', 'accepts_client_renegotiation')),
    ]
    case 'compression': case 'tls_compression': return flaw('compression', yes(result, 'supports_compression') ?? text(result, 'compression_name') !== null)
    case 'fallback': case 'tls_fallback_scsv': return flaw('fallback', not(yes(result, 'supports_fallback_scsv')))
    case 'early_data': case 'tls_1_3_early_data': return flaw('earlyData', yes(result, 'supports_early_data', 'is_early_data_supported'))
    case 'tls_extended_master_secret': return flaw('masterSecret', not(yes(result, 'supports_ems_extension')))
    case 'http_headers': return flaw('hsts', text(result, 'http_error_trace') === null ? at(result, 'strict_transport_security_header') === null : null, text(result, 'http_request_sent'))
    case 'certinfo': case 'certificate_info': return certificateChecks(result)
  }
  if (protocol === null || command === 'tls_1_3_early_data') return [check(command, command.replaceAll('_', ' '), null, 'none', JSON.stringify(result).slice(0, 4_000))]
  const accepted = [...list(result, 'accepted_cipher_suites'), ...list(result, 'accepted_cipher_list')]
  return suitesChecks(protocol, accepted.flatMap((suite) => text(suite, 'cipher_suite', 'name') ?? text(suite, 'name') ?? []))
}

/** SSLyze, JSON of versions 2 to 6: one finding for each check of each server, passed ones too. https://nabla-c0d3.github.io/sslyze/documentation/json-output.html */
export const reader: JsonReader = {
  id: 'sslyze',
  name: 'SSLyze',
  kind: 'json',
  detect: (head) => ['server_scan_results', 'accepted_targets', 'sslyze_version'].some((key) => head.keys.has(key)),
  paths: [
    ['server_scan_results', '*', 'scan_result', '*'], ['server_scan_results', '*', 'scan_commands_results', '*'], ['accepted_targets', '*', 'commands_results', '*'],
    ['server_scan_results', '*', 'scan_commands_errors', '*'], ['server_scan_results', '*', 'connectivity_error_trace'], ['server_connectivity_errors', '*'], ['invalid_targets', '*'],
  ],
  needsContext: true,
  read: ({ value, keys, path }, { context }) => {
    const server = path < 5 ? at(context, keys[0]!, keys[1]!) : Array.isArray(value) ? null : value
    const info = at(server, 'server_info')
    const place = at(server, 'server_location') ?? at(info, 'server_location') ?? info ?? (at(server, 'hostname') === null ? null : server)
    const ip = text(place, 'ip_address')
    const name = text(place, 'hostname')
    const starttls = text(server, 'network_configuration', 'tls_opportunistic_encryption') ?? text(info, 'network_configuration', 'tls_opportunistic_encryption') ?? text(info, 'tls_wrapped_protocol')
    const common = {
      host: { name, fqdns: name === null || name === ip ? [] : [name], ips: ip === null ? [] : [ip] }, service: { port: number(place, 'port'), protocol: 'tcp', name: starttls },
      firstSeen: text(context, 'date_scans_started'), lastSeen: text(context, 'date_scans_completed'), record: pointer(keys),
    }
    if (path >= 4) {
      if (value === null) return []
      const told = typeof value === 'string' ? value : text(value, 'error_message') ?? texts(value).join(' ')
      return [tlsDraft(check('connectivity', 'Server could not be scanned', null, 'none', told),
        path === 6 && typeof value === 'object' && !Array.isArray(value) ? { ...common, host: { name: Object.keys(value!)[0] ?? null } } : common)]
    }
    const command = String(keys.at(-1))
    const error = path === 3 ? JSON.stringify(value) : text(value, 'error_trace') ?? text(value, 'error_reason') ?? text(value, 'error_message') ?? text(value, 'plugin_exception')
    const result = path === 0 ? at(value, 'result') : value
    if (error !== null) return [tlsDraft(check(command, `${command.replaceAll('_', ' ')} could not be checked`, null, 'none', error), common)]
    return result === null ? [] : checksOf(command, result).map((one) => tlsDraft(one, common))
  },
}
