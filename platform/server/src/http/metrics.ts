import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Kit } from '../kit.ts'

/** Prometheus metrics of one process. */
export const createMetrics = (kit: Kit) => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'heng_database_connections', help: 'Connections of the pool by state', labelNames: ['state'], registers: [registry],
    collect() {
      this.set({ state: 'total' }, kit.pool.totalCount)
      this.set({ state: 'idle' }, kit.pool.idleCount)
      this.set({ state: 'waiting' }, kit.pool.waitingCount)
    },
  })
  return {
    registry,
    requests: new Histogram({
      name: 'heng_http_request_seconds', help: 'Time to answer a request', labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5], registers: [registry],
    }),
    statements: new Histogram({
      name: 'heng_http_sql_statements', help: 'SQL statements per request', buckets: [1, 2, 4, 8, 12, 20, 50], registers: [registry],
    }),
  }
}
