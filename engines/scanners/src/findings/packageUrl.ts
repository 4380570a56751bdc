const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Name (with its namespace) and version that a package URL tells, or null where it is none. https://github.com/package-url/purl-spec */
export const packageUrl = (purl: string | null | undefined): { readonly purl: string; readonly name: string; readonly version: string | null } | null => {
  if (purl == null || !purl.startsWith('pkg:')) return null
  const path = purl.slice(4).replace(/[?#].*$/s, '')
  const begin = path.indexOf('/')
  if (begin < 0) return null
  const rest = path.slice(begin + 1)
  // The `@` of a scope is no version: `%40scope/name@1`, also written `@scope/name@1`.
  const end = rest.lastIndexOf('@')
  const hasVersion = end > 0 && end > rest.lastIndexOf('/')
  const whole = decoded(hasVersion ? rest.slice(0, end) : rest)
  // The namespace of these is the distribution.
  const name = /^(?:deb|rpm|apk|alpm)$/i.test(path.slice(0, begin)) ? whole.slice(whole.lastIndexOf('/') + 1) : whole
  return name === '' ? null : { purl, name, version: hasVersion ? decoded(rest.slice(end + 1)) : null }
}
