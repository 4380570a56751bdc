interface Magic {
  readonly type: string
  /** Hexadecimal bytes at `at`. */
  readonly bytes: string
  readonly at?: number
}

const magics: readonly Magic[] = [
  { type: 'application/pdf', bytes: '255044462d' },
  { type: 'image/png', bytes: '89504e470d0a1a0a' },
  { type: 'image/jpeg', bytes: 'ffd8ff' },
  { type: 'image/gif', bytes: '474946383761' },
  { type: 'image/gif', bytes: '474946383961' },
  { type: 'image/webp', bytes: '57454250565038', at: 8 },
  { type: 'image/bmp', bytes: '424d' },
  { type: 'image/tiff', bytes: '49492a00' },
  { type: 'image/tiff', bytes: '4d4d002a' },
  { type: 'audio/wav', bytes: '57415645666d7420', at: 8 },
  { type: 'audio/mpeg', bytes: '494433' },
  { type: 'audio/ogg', bytes: '4f676753' },
  { type: 'video/mp4', bytes: '66747970', at: 4 },
  { type: 'video/webm', bytes: '1a45dfa3' },
  // Word, Excel and PowerPoint up to 2003, WPS, Outlook messages.
  { type: 'application/x-ole-storage', bytes: 'd0cf11e0a1b11ae1' },
  { type: 'application/rtf', bytes: '7b5c727466' },
  { type: 'application/gzip', bytes: '1f8b' },
  { type: 'application/x-7z-compressed', bytes: '377abcaf271c' },
  { type: 'application/vnd.rar', bytes: '526172211a07' },
  { type: 'application/x-xz', bytes: 'fd377a585a00' },
  { type: 'application/x-msdownload', bytes: '4d5a' },
  { type: 'application/x-elf', bytes: '7f454c46' },
  { type: 'application/vnd.tcpdump.pcap', bytes: 'd4c3b2a1' },
  { type: 'application/x-sqlite3', bytes: '53514c69746520666f726d61742033' },
]

const insideZip: readonly (readonly [string, string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['OFD.xml', 'application/ofd'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
]

/** Bytes of a file's beginning that `sniffType` looks at. */
export const sniffLength = 8_192

const has = (head: Buffer, { bytes, at = 0 }: Magic): boolean => head.subarray(at, at + bytes.length / 2).toString('hex') === bytes

// UTF-8, GB 18030 and the other encodings of text have neither NUL nor most control characters; UTF-16 says so by its mark.
const isText = (head: Buffer): boolean =>
  head.subarray(0, 2).toString('hex') === 'fffe' || head.subarray(0, 2).toString('hex') === 'feff' ||
  head.every((byte) => byte >= 32 ? byte !== 127 : byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 27)

/**
 * Media type of a file by its first bytes; a name proves nothing. Markup counts as text, so that nothing that a
 * browser would run is ever called by its own type. Unknown content is `application/octet-stream`.
 */
export const sniffType = (head: Buffer): string => {
  if (head.subarray(0, 4).toString('hex') === '504b0304') {
    const names = head.toString('latin1')
    return insideZip.find(([name]) => names.includes(name))?.[1] ?? 'application/zip'
  }
  const found = magics.find((magic) => has(head, magic))
  // Two or three bytes may be the beginning of a text: “BMW …”, “MZ …”.
  if ((found === undefined || found.bytes.length < 8) && isText(head)) return 'text/plain'
  return found?.type ?? 'application/octet-stream'
}
