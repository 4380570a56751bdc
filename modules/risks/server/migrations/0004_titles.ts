import { gramsOf, type MigrationClient, type MigrationStep } from '@heng/server-kit'
import { knowledge } from '@heng/content-knowledge'

/** Titles as the knowledge base words them, threat by vulnerability, without the asset. */
const generated = () => {
  const { threats, vulnerabilities } = knowledge()
  const titles = new Map(threats.map((t) => [t.id, t.title]))
  return vulnerabilities.flatMap((v) => v.threats.map((threat) => ({
    threat, vulnerability: v.id, en: `${titles.get(threat)!.en} (${v.title.en})`, zh: `${titles.get(threat)!['zh-CN']}（${v.title['zh-CN']}）`,
  })))
}

const tables = ['risk', 'risk_scenario', 'risk_acceptance', 'risk_snapshot']

const columns = tables.map((table) => `
alter table ${table} rename column title to title_zh;
alter table ${table} alter column title_zh type text collate "zh-x-icu";
alter table ${table} add column title_en text collate "zh-x-icu";
update ${table} set title_en = title_zh;
alter table ${table} alter column title_en set not null;`).join('')

// What stands before the generated words is the asset's name with a colon of either language, or nothing.
const translate = (table: string, from: string, where: string): string => `
with worded as (
  select t.ctid as at, g.en, g.zh, regexp_replace(left(t.title_zh, -length(case when t.title_zh like '%' || g.zh then g.zh else g.en end)), '(：|: )$', '') as asset
  from ${table} t ${from} join generated_title g on ${where} and (right(t.title_zh, length(g.zh)) = g.zh or right(t.title_zh, length(g.en)) = g.en)
)
update ${table} t set
  title_zh = left(case when w.asset = '' then w.zh else w.asset || '：' || w.zh end, 500),
  title_en = left(case when w.asset = '' then w.en else w.asset || ': ' || w.en end, 500)
from worded w where t.ctid = w.at;`

const of = (alias: string): string => `g.threat = ${alias}.threat and g.vulnerability = ${alias}.vulnerability`
const translations = [
  translate('risk_scenario', '', of('t')),
  translate('risk', '', `t.source = 'generated' and ${of('t')}`),
  translate('risk_acceptance', `join risk r on r.org_id = t.org_id and r.id = t.risk and r.source = 'generated'`, of('r')),
  translate('risk_snapshot', `join risk r on r.org_id = t.org_id and r.id = t.risk and r.source = 'generated'`, of('t')),
].join('')

interface Entry {
  readonly org_id: string
  readonly noun: string
  readonly record_id: string
  readonly reference: string | null
  readonly title: string
  readonly body: string
}

/** The search finds a title in either language. */
const reindex = async (client: MigrationClient): Promise<void> => {
  const { rows } = await client.query<Entry>(`select s.org_id, s.noun, s.record_id, s.reference, x.title_zh || ' · ' || x.title_en as title, s.body from search_entry s
    join (select 'risk' as noun, org_id, id, title_zh, title_en from risk union all select 'riskAcceptance', org_id, id, title_zh, title_en from risk_acceptance) x
      on x.org_id = s.org_id and x.noun = s.noun and x.id = s.record_id and x.title_zh <> x.title_en`)
  for (let from = 0; from < rows.length; from += 2_000) {
    const entries = rows.slice(from, from + 2_000).map(({ body, ...e }) => ({ ...e, grams: gramsOf(`${e.reference ?? ''} ${e.title} ${body}`) }))
    await client.query(`update search_entry s set title = r.title, grams = r.grams
      from jsonb_to_recordset($1::jsonb) as r(org_id uuid, noun text, record_id uuid, title text, grams text[])
      where s.org_id = r.org_id and s.noun = r.noun and s.record_id = r.record_id`, [JSON.stringify(entries)])
  }
}

/**
 * Titles in both languages: what the knowledge base worded is told in each, what a person wrote stands in both columns as
 * written. Code, since the words come from the knowledge base.
 */
export const bilingualTitles: MigrationStep = {
  id: '0004_titles',
  sql: async (client) => {
    await client.query(columns)
    await client.query(`create temp table generated_title (threat text, vulnerability text, en text, zh text) on commit drop`)
    await client.query(`insert into generated_title select * from jsonb_to_recordset($1::jsonb) as g(threat text, vulnerability text, en text, zh text)`, [JSON.stringify(generated())])
    await client.query('create index on generated_title (threat, vulnerability)')
    await client.query(translations)
    await client.query(`alter index risk_title rename to risk_title_zh`)
    await client.query(`create index risk_title_en on risk (org_id, title_en, id)`)
    await reindex(client)
  },
}
