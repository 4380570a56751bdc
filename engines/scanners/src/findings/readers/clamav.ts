import type { TextReader } from '../reader.ts'

/**
 * ClamAV, what `clamscan` prints: one finding for each file that a signature matches. Files that are clean are told in the summary or not at all.
 * https://docs.clamav.net/manual/Usage/Scanning.html
 */
export const reader: TextReader = {
  id: 'clamav',
  name: 'ClamAV',
  kind: 'text',
  detect: (head) => /^.+: \S+ FOUND\r?$/m.test(head.text) || (/^-+ SCAN SUMMARY -+\r?$/m.test(head.text) && /^Known viruses: \d/m.test(head.text)),
  begin: () => (line, number) => {
    const found = line === null || !line.endsWith(' FOUND') ? null : /^(.+): (\S+) FOUND$/.exec(line)
    return found === null ? [] : [{ rule: found[2]!, title: `Malware: ${found[2]!}`, severity: 'FOUND', derived: 'high', place: { file: found[1]! }, record: `line ${number}` }]
  },
}
