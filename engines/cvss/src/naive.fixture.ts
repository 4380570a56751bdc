/**
 * Base score of version 3.1 word for word as the specification writes it, in floating point: a second way to the same numbers, for tests.
 */
export const naiveBase31 = (values: Readonly<Record<string, string>>): number => {
  const { AV, AC, PR, UI, S, C, I, A } = values as Record<'AV' | 'AC' | 'PR' | 'UI' | 'S' | 'C' | 'I' | 'A', string>
  const harm: Record<string, number> = { H: 0.56, L: 0.22, N: 0 }
  const isChanged = S === 'C'
  const privilege = ({ N: 0.85, L: isChanged ? 0.68 : 0.62, H: isChanged ? 0.5 : 0.27 } as Record<string, number>)[PR]!
  const iss = 1 - (1 - harm[C]!) * (1 - harm[I]!) * (1 - harm[A]!)
  const impact = isChanged ? 7.52 * (iss - 0.029) - 3.25 * (iss - 0.02) ** 15 : 6.42 * iss
  const exploitability = 8.22 * ({ N: 0.85, A: 0.62, L: 0.55, P: 0.2 } as Record<string, number>)[AV]! * ({ L: 0.77, H: 0.44 } as Record<string, number>)[AC]! * privilege * (UI === 'N' ? 0.85 : 0.62)
  if (impact <= 0) return 0
  const whole = Math.round(Math.min((isChanged ? 1.08 : 1) * (impact + exploitability), 10) * 100_000)
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10
}
