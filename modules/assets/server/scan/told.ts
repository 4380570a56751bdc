const port = /^\d+\/\w+(?=\s|$)/
const isProduct = (line: string): boolean => line.includes(' – ')

const parts = (text: string) => {
  const lines = text === '' ? [] : text.split('\n')
  return { system: lines.find((line) => line.startsWith('OS: ')), services: lines.filter((line) => !line.startsWith('OS: ')) }
}

/**
 * The description that a scan gives, with what an earlier one had found out and this one did not ask for: without `-O` a
 * report names no system, without `-sV` no product behind a port, and one that looked for hosts alone no port at all.
 */
export const toldOf = (earlier: string | null, now: string): string | null => {
  if (earlier === null || now === '') return now === '' ? null : now
  const [before, after] = [parts(earlier), parts(now)]
  const known = new Map(before.services.flatMap((line) => (isProduct(line) ? [[port.exec(line)?.[0], line]] : [])))
  const services = after.services.map((line) => (isProduct(line) ? line : (known.get(port.exec(line)?.[0]) ?? line)))
  const system = after.system ?? before.system
  return [...(system === undefined ? [] : [system]), ...(services.length === 0 ? before.services : services)].join('\n').slice(0, 4_000).trimEnd()
}
