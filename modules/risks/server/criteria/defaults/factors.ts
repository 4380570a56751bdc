import { t, upFromOne } from './words.ts'

const harm = upFromOne(
  t('Hardly any harm; handled within the team the same day.', '几乎无损害，班组当天即可处理。'),
  t('Slight harm, limited to one unit; made good with its own means.', '损害轻微，限于单个部门，由部门自行恢复。'),
  t('Noticeable harm to a business or to some customers; needs help from other units.', '对一项业务或部分客户造成明显损害，需跨部门处理。'),
  t('Serious harm to a main business, many customers or legal standing.', '对主要业务、大量客户或合规状况造成严重损害。'),
  t('Grave harm: a main business stops for long, or the existence of the organisation is at stake.', '损害特别严重：主要业务长时间中断，或危及组织生存。'),
)

export const frequencyTexts = upFromOne(
  t('Next to never; less than once in ten years, nothing known in the sector.', '几乎不会发生：十年以上一次，行业内未见先例。'),
  t('Seldom; once in three to ten years.', '很少发生：三至十年一次。'),
  t('Now and then; once in one to three years, or known in the sector.', '偶尔发生：一至三年一次，或行业内时有发生。'),
  t('Often; several times a year.', '经常发生：每年数次。'),
  t('Continually; monthly or more often, or going on now.', '频繁发生：每月一次以上，或正在发生。'),
)

/** What the steps of the factors of the built-in methods mean, in our words, for the organisation to make its own. */
export const factorTexts: Readonly<Record<string, ReturnType<typeof upFromOne>>> = {
  asset: upFromOne(
    t('Loss of confidentiality, integrity or availability would hardly be noticed.', '丧失保密性、完整性或可用性几乎没有影响。'),
    t('Loss would cause slight disturbance.', '丧失后造成轻微影响。'),
    t('Loss would disturb a business noticeably.', '丧失后对业务造成明显影响。'),
    t('Loss would harm a main business seriously.', '丧失后对主要业务造成严重影响。'),
    t('Loss would endanger the organisation, its customers or the public.', '丧失后危及组织、客户或公众。'),
  ),
  threat: upFromOne(
    t('The source has neither means nor motive, or the event hardly ever happens (less than once in ten years).', '威胁源能力和动机极弱，或几乎不会发生（十年以上一次）。'),
    t('Little skill or motive; once in three to ten years.', '能力或动机较弱，三至十年一次。'),
    t('Common skill, motive plausible; once in one to three years.', '能力一般，存在动机，一至三年一次。'),
    t('Good skill and clear motive; several times a year.', '能力较强，动机明确，每年数次。'),
    t('Organised, well equipped and persistent; monthly or more often.', '有组织、资源充足且持续实施，每月一次以上。'),
  ),
  exploitability: upFromOne(
    t('Only with rare knowledge, physical presence and much time; strong measures in the way.', '极难利用：需罕见知识、物理接触和大量时间，且防护严密。'),
    t('Hard: special skill and several steps.', '较难利用：需专门技能和多个步骤。'),
    t('Possible with common tools and some preparation.', '可利用：使用常见工具并作一定准备即可。'),
    t('Easy: ready-made tools, little skill.', '易利用：有现成工具，对技能要求低。'),
    t('Trivial: anyone can, or it happens without anybody’s doing.', '极易利用：任何人都可做到，或无需人为即会发生。'),
  ),
  impact: harm,
  consequence: harm,
  vulnerability: upFromOne(
    t('Harm to the asset can be neglected if it is used.', '被利用后对资产的损害可以忽略。'),
    t('Slight harm if it is used.', '被利用后造成较小损害。'),
    t('Noticeable harm if it is used.', '被利用后造成一般损害。'),
    t('Serious harm if it is used.', '被利用后造成重大损害。'),
    t('Complete harm if it is used.', '被利用后造成完全损害。'),
  ),
  businessImportance: upFromOne(
    t('Can be left undone for weeks.', '可停办数周。'),
    t('Supports other work; a few days’ pause is bearable.', '支撑性业务，可暂停数日。'),
    t('Regular business; pauses of a day are bearable.', '一般业务，可暂停一日。'),
    t('Main business; pauses of hours hurt.', '主要业务，中断数小时即有损失。'),
    t('What the organisation exists for, or a legal duty; must not stop.', '核心业务或法定职责，不得中断。'),
  ),
  likelihood: frequencyTexts,
}
