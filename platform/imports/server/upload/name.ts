// Control characters, and the marks that turn the writing direction and so make `vsc.exe` look like `exe.csv`.
const unsafe = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** A file name fit to show: the last part of a path, no control or direction marks, at most 200 characters. */
export const safeName = (given: string): string => {
  const last = given.normalize('NFC').replace(unsafe, '').split(/[\\/]/).at(-1)!.trim()
  return [...last].slice(0, 200).join('') || 'file'
}

/** `Content-Disposition: attachment` for any name (RFC 6266, RFC 5987). */
export const attachment = (name: string): string => {
  const plain = name.replace(/[^\u0020-\u007e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
