/** The versions of CVSS that are scored. */
export const versions = ['2.0', '3.0', '3.1', '4.0'] as const
export type Version = (typeof versions)[number]

/** Group of a metric: what it is asked for decides which score it moves. */
export type Group = 'base' | 'temporal' | 'threat' | 'environmental' | 'supplemental'

export interface Metric {
  readonly name: string
  readonly group: Group
  /** Values in the order of the specification. */
  readonly values: readonly string[]
}

/** The value that says that a metric says nothing. */
export const notDefined = (version: Version): string => (version === '2.0' ? 'ND' : 'X')

const metric = (group: Group) => (line: string): Metric => {
  const [name = '', ...values] = line.split(' ')
  return { name, group, values }
}
const metrics = (group: Group, lines: readonly string[]): Metric[] => lines.map(metric(group))

const v2: readonly Metric[] = [
  ...metrics('base', ['AV L A N', 'AC H M L', 'Au M S N', 'C N P C', 'I N P C', 'A N P C']),
  ...metrics('temporal', ['E U POC F H ND', 'RL OF TF W U ND', 'RC UC UR C ND']),
  ...metrics('environmental', ['CDP N L LM MH H ND', 'TD N L M H ND', 'CR L M H ND', 'IR L M H ND', 'AR L M H ND']),
]

const v3: readonly Metric[] = [
  ...metrics('base', ['AV N A L P', 'AC L H', 'PR N L H', 'UI N R', 'S U C', 'C N L H', 'I N L H', 'A N L H']),
  ...metrics('temporal', ['E X U P F H', 'RL X O T W U', 'RC X U R C']),
  ...metrics('environmental', [
    'CR X L M H', 'IR X L M H', 'AR X L M H',
    'MAV X N A L P', 'MAC X L H', 'MPR X N L H', 'MUI X N R', 'MS X U C', 'MC X N L H', 'MI X N L H', 'MA X N L H',
  ]),
]

const v4: readonly Metric[] = [
  ...metrics('base', [
    'AV N A L P', 'AC L H', 'AT N P', 'PR N L H', 'UI N P A',
    'VC H L N', 'VI H L N', 'VA H L N', 'SC H L N', 'SI H L N', 'SA H L N',
  ]),
  ...metrics('threat', ['E X A P U']),
  ...metrics('environmental', [
    'CR X H M L', 'IR X H M L', 'AR X H M L',
    'MAV X N A L P', 'MAC X L H', 'MAT X N P', 'MPR X N L H', 'MUI X N P A',
    'MVC X H L N', 'MVI X H L N', 'MVA X H L N', 'MSC X H L N', 'MSI X S H L N', 'MSA X S H L N',
  ]),
  ...metrics('supplemental', ['S X N P', 'AU X N Y', 'R X A U I', 'V X D C', 'RE X L M H', 'U X Clear Green Amber Red']),
]

/** The metrics of each version in the order of its specification; those of the base are mandatory. */
export const metricsOf: Readonly<Record<Version, readonly Metric[]>> = { '2.0': v2, '3.0': v3, '3.1': v3, '4.0': v4 }
