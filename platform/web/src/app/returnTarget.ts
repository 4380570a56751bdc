/**
 * Where to go after signing in: the `return` of the address if it is a path of this site, else `/`. An address such as
 * `//evil.example` or `/\evil.example` leads elsewhere in a browser and is refused (CWE-601).
 */
export const returnTarget = (value: unknown): string =>
  // oxlint-disable-next-line no-control-regex -- browsers drop tabs and line breaks from addresses, which would hide a second slash
  typeof value === 'string' && /^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(value) ? value : '/'
