import type { MethodDefinition } from './schema.ts'

const name = (en: string) => ({ en, 'zh-CN': en })

/** For tests: a likelihood × impact matrix over the given cells and bands, as JSON an organisation could store. */
export function matrixDefinition(cells: number[][], bands?: number[]): MethodDefinition {
  const levels = bands?.length ?? Math.max(...cells.flat())
  return {
    id: 'acme-2026',
    version: '3',
    title: name('Acme'),
    status: 'custom',
    note: name('Acme’s own'),
    factors: [
      { id: 'likelihood', title: name('Likelihood'), min: 1, max: cells.length },
      { id: 'impact', title: name('Impact'), min: 1, max: cells[0]?.length ?? 0 },
    ],
    levels: Array.from({ length: levels }, (_, index) => ({
      value: index + 1,
      id: `level-${index + 1}`,
      title: name(`Level ${index + 1}`),
    })),
    stages: [{ kind: 'table', id: 'risk', title: name('Risk'), rows: 'likelihood', columns: 'impact', cells, ...(bands && { bands }) }],
    axes: { likelihood: 'likelihood', impact: 'impact' },
  }
}
