import { spawnSync } from 'node:child_process'

/** The same report by ElementTree, which gives each host away once it was read. Prints milliseconds and the numbers of items and of their CVEs. */
const program = `
import sys, time
from xml.etree.ElementTree import iterparse
began, items, cves = time.perf_counter(), 0, 0
for _, element in iterparse(sys.argv[1]):
    if element.tag == 'ReportItem':
        items += 1
        cves += len(element.findall('cve'))
        element.clear()
    elif element.tag == 'ReportHost':
        element.clear()
print((time.perf_counter() - began) * 1000, items, cves)`

/** Milliseconds that Python takes for the elements alone; undefined where there is no Python. */
export const iterparseMs = (path: string, findings: number, cves: number): number | undefined => {
  const { status, stdout } = spawnSync(process.env.BENCH_PYTHON ?? 'python3', ['-c', program, path], { encoding: 'utf8' })
  if (status !== 0) return undefined
  const [ms, items, found] = stdout.trim().split(' ').map(Number)
  if (items !== findings || found !== cves) throw new Error(`Python found ${items} items and ${found} CVEs, written were ${findings} and ${cves}`)
  return ms
}
