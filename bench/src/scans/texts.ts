import type { Random } from '../plant/random.ts'

const things = ['the web server', 'the mail service', 'the SSH daemon', 'the kernel', 'a bundled library', 'the PDF renderer', 'the session handler', 'the TLS stack',
  'the XML parser', 'the driver of the graphics card', 'the update service', 'the remote desktop gateway']
const deeds = ['does not check the length of', 'reads beyond the end of', 'writes to the log', 'hands on to a shell', 'frees twice', 'compares only in part',
  'trusts the sender of', 'keeps in a file that everybody may read']
/** One is about what people keep secret: in a quarter of all descriptions, as in real reports. */
const objects = ['a header that the client sends', 'the name of an uploaded file', 'a certificate with an empty subject', 'caches of former sessions',
  'packets that come out of order', 'an archive with nested links', 'the reply of a name server', 'the password of an administrator', 'a range that ends before it begins',
  'the size of an image',
  'a font within a document', 'the number of a port', 'a date before 1970', 'fields of a form', 'a message of two parts', 'the index of a table', 'a path with two dots',
    'the answer of a proxy', 'a stylesheet of another origin', 'the address of a queue', 'a link to itself', 'an empty list', 'a name in capital letters',
    'the length of a frame', 'a second host', 'a cell of a table', 'the end of a line', 'a clock that goes back']
const ends = ['Somebody on the network can stop the service with it.', 'Whoever sends a crafted request executes code with the rights of the service.',
  'A local user becomes administrator that way.', 'Memory of other requests is shown.',
  'Versions with extended support are mended as well; the number of the version alone does not tell.', 'It needs no account.']
const remarks = ['主机名：研发部-文件服务器', '共享目录：财务报表', '服务名称：打印后台处理程序', 'Käyttäjä: järjestelmänvalvoja', 'l’administrateur du réseau']

/** Texts as scanners write them, out of a few parts that come together ever anew. */
export const createTexts = (random: Random) => {
  const sentence = (): string => {
    const thing = random.pick(things)
    return `${thing[0]!.toUpperCase()}${thing.slice(1)} before version ${random.integer(1, 19)}.${random.integer(0, 30)}.${random.integer(0, 9)} ${random.pick(deeds)} ${random.pick(objects)}. ${random.pick(ends)}`
  }
  const hex = (length: number): string => {
    let text = ''
    while (text.length < length) text += random.integer(0, 0xfffffff).toString(16).padStart(7, '0')
    return text.slice(0, length)
  }
  return {
    sentence, hex,
    sentences: (from: number, to: number, between = ' '): string => Array.from({ length: random.integer(from, to) }, sentence).join(between),
    cve: (): string => `CVE-${random.integer(2004, 2031)}-${random.integer(1_000, 49_999)}`,
    /** What is not written in ASCII, now and then. */
    remark: (): string => random.pick(remarks),
    day: (): string => `20${random.integer(10, 30)}/${String(random.integer(1, 12)).padStart(2, '0')}/${String(random.integer(1, 28)).padStart(2, '0')}`,
    ip: (): string => `10.${random.integer(0, 255)}.${random.integer(0, 255)}.${random.integer(1, 254)}`,
    vector3: (): string => `CVSS:3.${random.integer(0, 1)}/AV:${random.pick(['N', 'A', 'L'])}/AC:${random.pick(['L', 'H'])}/PR:${random.pick(['N', 'L', 'H'])}/UI:${random.pick(['N', 'R'])}/S:${random.pick(['U', 'C'])}/C:${random.pick(['N', 'L', 'H'])}/I:${random.pick(['N', 'L', 'H'])}/A:${random.pick(['L', 'H'])}`,
    vector2: (): string => `AV:${random.pick(['N', 'L'])}/AC:${random.pick(['L', 'M', 'H'])}/Au:${random.pick(['N', 'S'])}/C:${random.pick(['N', 'P', 'C'])}/I:${random.pick(['N', 'P', 'C'])}/A:${random.pick(['P', 'C'])}`,
    score: (): string => `${random.integer(1, 9)}.${random.integer(0, 9)}`,
  }
}
export type Texts = ReturnType<typeof createTexts>
