import type { Vector } from './vector.ts'

/** The six equivalence sets in their order; 0 is the most severe. CVSS v4.0, 8.2, tables 24 to 29. */
export type Macro = readonly [eq1: number, eq2: number, eq3: number, eq4: number, eq5: number, eq6: number]

/** Value of a metric as it counts: the modified one where it says something, and what "not defined" stands for. */
export const effective = ({ values }: Vector): ((name: string) => string) => {
  const worst: Readonly<Record<string, string>> = { E: 'A', CR: 'H', IR: 'H', AR: 'H' }
  return (name) => values.get(`M${name}`) ?? values.get(name) ?? worst[name] ?? 'X'
}

/** To which equivalence sets a vector belongs. */
export const macroOf = (of: (name: string) => string): Macro => {
  const is = (name: string, value: string): boolean => of(name) === value
  const reach = [is('AV', 'N'), is('PR', 'N'), is('UI', 'N')]
  const eq1 = reach.every(Boolean) ? 0 : is('AV', 'P') || !reach.some(Boolean) ? 2 : 1
  const eq2 = is('AC', 'L') && is('AT', 'N') ? 0 : 1
  const eq3 = is('VC', 'H') && is('VI', 'H') ? 0 : ['VC', 'VI', 'VA'].some((name) => is(name, 'H')) ? 1 : 2
  const eq4 = is('SI', 'S') || is('SA', 'S') ? 0 : ['SC', 'SI', 'SA'].some((name) => is(name, 'H')) ? 1 : 2
  const eq5 = ['A', 'P', 'U'].indexOf(of('E'))
  const eq6 = (['C', 'I', 'A'] as const).some((name) => is(`${name}R`, 'H') && is(`V${name}`, 'H')) ? 0 : 1
  return [eq1, eq2, eq3, eq4, eq5, eq6]
}
