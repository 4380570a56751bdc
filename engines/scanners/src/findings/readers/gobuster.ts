import type { TextReader } from '../reader.ts'
import { addressOf, joinedUrl, labelled } from '../web.ts'

// The end of line that a terminal is told to wipe stands in the output, too.
// oxlint-disable-next-line no-control-regex
const shown = /^(?:\u001B\[[\dA-Z;]{0,8})?(?:(?:Found|Missed): )?(\S{1,2000})\s{1,80}\(Status: (\d{3})\)(?:\s{1,80}\[Size: (\d{1,15})\])?(?:\s{1,80}\[--> ([^\]\s]{1,4000})\])?\s{0,80}$/
const name = /^Found: (\S{1,253})(?:\s{1,80}(?:\[([\da-f.:, ]{1,2000})\]|Status: (\d{3})(?:\s{1,80}\[Size: (\d{1,15})\])?))?\s{0,80}$/i

/** gobuster, output of `dir`, `vhost` and `dns`: one finding for each thing found. https://github.com/OJ/gobuster */
export const reader: TextReader = {
  id: 'gobuster',
  name: 'gobuster',
  kind: 'text',
  detect: ({ text }) => /^.{0,4000}\(Status: \d{3}\)(?: \[Size: \d+\])?(?: \[--> [^\]]{1,4000}\])?[ \r]*$/m.test(text) || /^Gobuster v\d/m.test(text)
    || /^Found: \S{1,253} (?:\[[\da-f.:, ]+\]|Status: \d{3} \[Size: \d+\])[ \r]*$/im.test(text),
  begin: () => {
    let base: string | null = null
    return (line, number) => {
      const target = /^\[\+\] (?:Url|Target|Domain):\s{1,80}(\S{1,2000})/i.exec(line ?? '')
      if (target !== null) base = target[1]!
      const found = shown.exec(line ?? '')
      const host = found === null ? name.exec(line ?? '') : null
      if (found !== null) {
        const [, path, status, size, redirect] = found
        const url = base === null && !/^https?:/.test(path!) ? path! : joinedUrl(base, path)
        return [{
          rule: `status ${status}`, title: `${url} (status ${status})`, url, ...(addressOf(url).host == null || !/^https?:/.test(url!) ? {} : addressOf(url)),
          evidence: labelled({ Path: path, Status: status, Size: size, Redirect: redirect }), record: `line ${number}`,
        }]
      }
      if (host === null) return []
      const [, fqdn, addresses, status, size] = host
      const ips = addresses?.split(/[, ]+/).filter((ip) => ip !== '') ?? []
      return [{ rule: 'host', title: fqdn!, host: { ...addressOf(fqdn).host, ips }, evidence: labelled({ Status: status, Size: size }), record: `line ${number}` }]
    }
  },
}
