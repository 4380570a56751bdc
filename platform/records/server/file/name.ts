// Control characters, and the marks that turn the writing direction and so make `exe.fdp` look like `pdf.exe`.
const unsafe = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** A file name fit to show and to offer for download: last part of a path, no control or direction marks, at most 200 characters. */
export const safeName = (given: string): string => {
  const last = given.normalize('NFC').replace(unsafe, '').split(/[\\/]/).at(-1)!.trim().replace(/^\.+/, '')
  const chars = [...last]
  if (chars.length === 0) return 'file'
  if (chars.length <= 200) return last
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(last)?.[0] ?? ''
  return chars.slice(0, 200 - extension.length).join('') + extension
}

/**
 * `Content-Disposition: attachment` that carries any name: plain ASCII for old clients, UTF-8 after RFC 5987 (RFC 6266 §4.3)
 * for all others.
 */
export const attachmentDisposition = (name: string): string => {
  const plain = name.replace(/[^\u0020-\u007e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
