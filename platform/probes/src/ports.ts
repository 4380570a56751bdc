import type { z } from 'zod'
import { invalid, shown } from './problem.ts'
import type { nmapSchema } from './nmap.ts'

type Ports = NonNullable<z.input<typeof nmapSchema>['ports']>

/**
 * Ports as people write them: `22, 80, 8000-8100`, 1 to 65535.
 * @throws ProbeError `invalid` naming the part that is none.
 */
export const parsePorts = (text: string): Ports =>
  text.split(/[,，\s]+/).filter((part) => part !== '').map((part) => {
    const found = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part)
    const [from, to] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])]
    if (!(from >= 1 && from <= to && to <= 65_535)) throw invalid(`${shown(part)} is no port or range of ports (1 to 65535).`, `${shown(part)} 不是端口或端口范围（1–65535）。`)
    return from === to ? from : { from, to }
  })
