import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { applicability } from '@heng/applicability/contract'
import { assets } from '@heng/assets/contract'
import { risks } from '@heng/risks/contract'
import { locales, type Locale } from '@heng/contract'
import { reach } from './support/beginnings.ts'
import { unpack } from './support/browser.ts'
import { finished } from './support/company.ts'
import { setStage } from './support/stage.ts'

// Takes the pictures of the two READMEs from the running product: `npm run pictures`.
const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url))
const wanted = 120

/** Key assets of the sample company with their scenarios confirmed; most of them rated, some left open, as in a company halfway. */
const fill = async (locale: Locale): Promise<void> => {
  const stage = await setStage()
  try {
    const { org, manager: { visit, call } } = await reach(stage, locale, 'treated')
    const { items: key } = await call(assets.asset.list, { sort: '-value', limit: 40 })
    await finished(call, (await call(risks.riskScenario.generate, { assets: key.map(({ id }) => id) })).jobId)
    const { items: proposed } = await call(risks.riskScenario.list, { filter: { status: 'proposed' }, limit: 500 })
    const step = Math.max(1, Math.floor(proposed.length / wanted))
    await call(risks.riskScenario.confirm, { select: { ids: proposed.filter((_, i) => i % step === 0).map(({ id }) => id) } })
    const { items: open } = await call(risks.risk.list, { limit: 200, sort: 'reference' })
    const rationale = locale === 'en' ? 'Workshop with the owners of the assets.' : '与资产责任人共同评估。'
    for (const impact of [1, 2, 3, 4, 5]) {
      const ids = open.filter((_, i) => i % 6 === impact).map(({ id }) => id)
      await call(risks.risk.rateMany, { ids, basis: 'current', factors: { impact }, suggested: ['threat', 'exploitability'], rationale })
    }
    const soa = await call(applicability.soa.newVersion, {})
    const { lines } = await call(applicability.soa.lines, { id: soa.id })
    await call(applicability.soa.accept, { id: soa.id, lines: lines.filter((l) => l.proposal !== null).map((l) => l.id) })

    const take = async (path: string, name: string): Promise<void> => {
      await visit.go(path)
      await visit.page.screenshot({ path: `${folder}/${name}.${locale}.png` })
    }
    await take(`/o/${org}/`, 'home')
    await take(`/o/${org}/risks?sort=-currentLevel`, 'risks')
    await take(`/o/${org}/soa`, 'soa')
  } finally {
    await stage.close()
  }
}

mkdirSync(folder, { recursive: true })
await unpack()
for (const locale of locales) await fill(locale)
