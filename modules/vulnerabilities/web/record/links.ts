const numbered: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^CVE-\d{4}-\d{4,12}$/i, ([id]) => `https://nvd.nist.gov/vuln/detail/${id.toUpperCase()}`],
  [/^CNVD-(?:C-)?\d{4}-\d{4,9}$/i, ([id]) => `https://www.cnvd.org.cn/flaw/show/${id.toUpperCase()}`],
  [/^CNNVD-\d{6}-\d{3,6}$/i, ([id]) => `https://www.cnnvd.org.cn/home/globalSearch?keyword=${id.toUpperCase()}`],
  [/^CWE-(\d{1,5})$/i, ([, number]) => `https://cwe.mitre.org/data/definitions/${Number(number)}.html`],
  [/^GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}$/i, ([id]) => `https://github.com/advisories/GHSA${id.slice(4).toLowerCase()}`],
]

/** The page about a numbered flaw or weakness where its number is published; null for what is no such number. */
export const pageOf = (identifier: string): string | null => {
  for (const [pattern, address] of numbered) {
    const match = pattern.exec(identifier.trim())
    if (match !== null) return address(match)
  }
  return null
}

/** An address that a scanner named, if it can be followed: of the web and complete. What a report says is hostile text. */
export const safeAddress = (text: string): string | null => {
  try {
    const { protocol, username, password, href } = new URL(text.trim())
    return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? href : null
  } catch {
    return null
  }
}
