import type { Text } from '@heng/contract'

export interface Question {
  readonly id: string
  readonly text: Text
  readonly unit: Text
  readonly truth: number
  /** Where it can be looked up. */
  readonly source: Text
}
const q = (id: string, en: string, zh: string, unit: readonly [string, string], truth: number, source: readonly [string, string]): Question => ({
  id, text: { en, 'zh-CN': zh }, unit: { en: unit[0], 'zh-CN': unit[1] }, truth, source: { en: source[0], 'zh-CN': source[1] },
})
const metres = ['metres', '米'] as const
const kilometres = ['kilometres', '千米'] as const
const days = ['days', '天'] as const
const degrees = ['degrees Celsius', '摄氏度'] as const

/** Facts that can be looked up and that few know by heart: amounts above 0, from many fields, so that no profession is at an advantage. */
export const calibrationQuestions: readonly Question[] = [
  q('moon', 'Mean distance from the Earth to the Moon', '地球到月球的平均距离', kilometres, 384_400, ['NASA Moon Fact Sheet', 'NASA 月球资料']),
  q('qomolangma', 'Height of Mount Qomolangma (Everest) by the survey of 2020', '珠穆朗玛峰 2020 年测量高程', metres, 8_848.86, ['Joint announcement of China and Nepal, 8 December 2020', '中尼 2020 年 12 月 8 日联合公布']),
  q('gold', 'Melting point of gold', '金的熔点', degrees, 1_064, ['CRC Handbook of Chemistry and Physics', '《CRC 化学与物理手册》']),
  q('tungsten', 'Melting point of tungsten', '钨的熔点', degrees, 3_414, ['CRC Handbook of Chemistry and Physics (3,414 °C); other tables: 3,422 °C', '《CRC 化学与物理手册》为 3414 ℃，另有资料为 3422 ℃']),
  q('mars', 'Time that Mars takes once around the Sun', '火星绕太阳公转一周的时间', days, 687, ['NASA Mars Fact Sheet', 'NASA 火星资料']),
  q('jupiter', 'Time that Jupiter takes once around the Sun', '木星绕太阳公转一周的时间', days, 4_333, ['NASA Jupiter Fact Sheet', 'NASA 木星资料']),
  q('baikal', 'Greatest depth of Lake Baikal', '贝加尔湖最大水深', metres, 1_642, ['UNESCO World Heritage Centre', '联合国教科文组织世界遗产中心']),
  q('eiffel', 'Height of the Eiffel Tower with its antenna of 2022', '埃菲尔铁塔含 2022 年新天线的高度', metres, 330, ['Société d’Exploitation de la Tour Eiffel', '埃菲尔铁塔运营公司']),
  q('shanghai', 'Height of Shanghai Tower', '上海中心大厦高度', metres, 632, ['Council on Tall Buildings and Urban Habitat', '世界高层建筑与都市人居学会']),
  q('golden', 'Main span of the Golden Gate Bridge', '金门大桥主跨长度', metres, 1_280, ['Golden Gate Bridge Highway and Transportation District', '金门大桥公路与运输管理区']),
  q('jinghu', 'Length of the Beijing–Shanghai high-speed railway', '京沪高速铁路全长', kilometres, 1_318, ['China State Railway Group', '中国国家铁路集团']),
  q('wall', 'Length of all Great Walls together as announced in 2012', '2012 年公布的历代长城总长度', kilometres, 21_196.18, ['National Cultural Heritage Administration, June 2012', '国家文物局 2012 年 6 月公布']),
  q('equator', 'Length of the equator', '地球赤道周长', kilometres, 40_075, ['World Geodetic System WGS 84', '世界大地测量系统 WGS 84']),
  q('gorges', 'Installed capacity of the Three Gorges hydropower station', '三峡水电站装机总容量', ['megawatts', '兆瓦'], 22_500, ['China Three Gorges Corporation', '中国长江三峡集团']),
  q('titanic', 'Length of the Titanic', '泰坦尼克号船长', metres, 269.1, ['Encyclopaedia Britannica', '《不列颠百科全书》']),
  q('apollo', 'Duration of the flight of Apollo 11, launch to splashdown', '阿波罗 11 号从发射到溅落的飞行时间', ['hours', '小时'], 195.3, ['NASA Apollo 11 Mission Report', 'NASA 阿波罗 11 号任务报告']),
  q('gb2312', 'Chinese characters in the character set GB 2312-80', 'GB 2312-80 收录的汉字数', ['characters', '个'], 6_763, ['GB 2312-80', 'GB 2312-80']),
  q('bones', 'Bones of an adult human body', '成年人体骨骼数量', ['bones', '块'], 206, ['Gray’s Anatomy', '《格氏解剖学》']),
  q('sun', 'Temperature of the Sun’s surface', '太阳表面有效温度', ['kelvin', '开尔文'], 5_772, ['International Astronomical Union, Resolution B3 of 2015', '国际天文学联合会 2015 年 B3 决议']),
  q('sound', 'Speed of sound in dry air at 20 °C', '20 ℃ 干燥空气中的声速', ['metres per second', '米每秒'], 343.2, ['CRC Handbook of Chemistry and Physics', '《CRC 化学与物理手册》']),
  q('mercury', 'Density of mercury at 20 °C', '20 ℃ 时汞的密度', ['kilograms per cubic metre', '千克每立方米'], 13_546, ['CRC Handbook of Chemistry and Physics', '《CRC 化学与物理手册》']),
  q('a380', 'Wingspan of the Airbus A380', '空中客车 A380 翼展', metres, 79.8, ['Airbus', '空中客车公司']),
]
