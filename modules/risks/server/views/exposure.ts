import { notFound } from '@heng/contract'
import { authorise, labelsFor, rowsByIds, type Ctx } from '@heng/server-kit'
import { exposureOfAssets, type Exposure } from '@heng/vulnerabilities/reads'
import { technicalFactors, technicalVulnerabilities } from '../knowledge/technical.ts'
import { risk, riskResource } from '../risk/register.ts'

/** Pages show so many assets; the level counts all. */
const mostShown = 20

const byLevel = (a: Exposure, b: Exposure): number => (b.level ?? 0) - (a.level ?? 0)

/**
 * What scans say of the technical vulnerability of a risk's assets: the highest level among them, proposed for the factors that rate the vulnerability. People
 * conclude. Null is "not assessed"; how many of the assets no scan covered is told beside it. Three statements.
 */
export const exposure = async (ctx: Ctx, { id }: { id: string }) => {
  const [row] = await rowsByIds(ctx, risk, [id])
  if (row === undefined) throw notFound('risk')
  authorise(ctx, 'risk:read', riskResource(row))
  const own = [row.asset as string | null, ...(row.furtherAssets as string[])].flatMap((asset) => asset ?? [])
  const found = [...(await exposureOfAssets(ctx, own)).values()].toSorted(byLevel)
  const shown = found.slice(0, mostShown)
  const labels = await labelsFor(ctx, 'asset', shown.map(({ asset }) => asset))
  const level = found.reduce<number | null>((most, one) => (one.level !== null && (most === null || one.level > most) ? one.level : most), null)
  return {
    level,
    isTechnical: technicalVulnerabilities().includes(row.vulnerability as string),
    factors: [...technicalFactors],
    assets: shown.map(({ asset, level: of, scannedAt, counts, accepted, overdue, highestEpss, exploited, leading }) => ({
      id: asset, reference: labels[asset]?.reference ?? '', name: labels[asset]?.text ?? '', level: of, scannedAt, counts, accepted, overdue, highestEpss, exploited,
      leading: leading === null ? null : { id: leading.id, reference: leading.reference, title: leading.title, severity: leading.severity, epss: leading.epss, exploited: leading.exploited === true },
    })),
    assetsInAll: found.length,
    notScanned: found.filter(({ covered }) => !covered).length,
  }
}
