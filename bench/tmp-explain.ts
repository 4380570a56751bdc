import { startEmbedded } from '@heng/database'
import { Pool } from 'pg'
const database = await startEmbedded({ dataDir: '/tmp/risks-bench', log: () => undefined })
const pool = new Pool({ connectionString: database.url })
try {
  for (const text of process.argv.slice(2)) {
    const t = performance.now()
    const { rows } = await pool.query(text)
    console.log(rows.map((r) => Object.values(r).join(' | ')).join('\n'), '\n--', Math.round(performance.now() - t), 'ms')
  }
} finally { await pool.end(); await database.stop() }
