/** Words whose time is known. After `until` they must not be written as if it went on. */
export interface DatedWords {
  readonly words: RegExp
  /** Last day, YYYY-MM-DD. */
  readonly until: string
  readonly note: string
  /** Where the date is stated. */
  readonly source: string
}

/**
 * Campaigns and events of the whole country, kept by hand. A new one belongs here once its end is announced; what the
 * list does not know is still found by the general rules beside it.
 */
export const DATED_WORDS: readonly DatedWords[] = [
  entry(
    /脱贫攻坚(?!成果)|精准扶贫|脱贫摘帽/gu,
    '2021-02-25',
    '脱贫攻坚已宣告完成，现为巩固拓展脱贫攻坚成果',
    '全国脱贫攻坚总结表彰大会 2021-02-25',
  ),
  entry(
    /(?:决胜)?全面建成小康(?:社会)?/gu,
    '2021-07-01',
    '全面建成小康社会已宣告实现',
    '庆祝中国共产党成立100周年大会 2021-07-01',
  ),
  entry(/两学一做/gu, '2019-05-31', '学习教育已转入常态', '“不忘初心、牢记使命”主题教育工作会议 2019-05-31'),
  entry(
    /[“"]?不忘初心、牢记使命[”"]?主题教育/gu,
    '2020-01-08',
    '主题教育已结束',
    '“不忘初心、牢记使命”主题教育总结大会 2020-01-08',
  ),
  entry(/党史学习教育/gu, '2021-12-24', '集中的党史学习教育已结束', '党史学习教育总结会议 2021-12-24'),
  entry(
    /(?:学习贯彻习近平新时代中国特色社会主义思想)?主题教育/gu,
    '2024-01-31',
    '主题教育已结束',
    '主题教育总结会议 2024-02-04',
  ),
  entry(/党纪学习教育/gu, '2024-07-31', '党纪学习教育已结束', '中共中央办公厅通知，2024年4月至7月'),
  entry(
    /(?:深入贯彻)?中央八项规定精神学习教育/gu,
    '2025-07-31',
    '学习教育已结束',
    '中共中央办公厅通知，全国两会后至2025年7月',
  ),
  entry(/冬(?:残)?奥会/gu, '2022-03-13', '北京冬奥会、冬残奥会已闭幕', '北京2022年冬残奥会闭幕 2022-03-13'),
]

function entry(words: RegExp, until: string, note: string, source: string): DatedWords {
  return { words, until, note, source }
}

/** Since then the disease is handled like others of its class: 国家卫生健康委员会公告2022年第7号. */
export const PANDEMIC_UNTIL = '2023-01-07'

/** Measures that ended then. */
export const PANDEMIC_MEASURES =
  /外防输入|内防反弹|动态清零|核酸|方舱|(?<!电子|居民)健康码|行程码|场所码|常态化(?:疫情|防控)|(?:封控|管控|防范)区|集中隔离|隔离(?:点|管控|医学观察|场所|房间)|密接|(?:中|高|中高)风险地?区|境外(?:人员|输入)|入境人员|冷链食品|进口物品|物传人|(?:疫情防控|防控)[^，,。；;]{0,8}(?:专班|指挥部)|疫情防控领导小组|防控办|三公一大|新冠(?:病毒)?疫苗|加强针|采[、，]?送[、，]?检|\d{1,2}\+\d{1,2}(?:\+\d{1,2})?[”"]?(?:轮班|管理|隔离|健康监测|模式)|疫情不退|来[^，,。；;]{1,2}返[^，,。；;]{1,2}人员|戴口罩|乙类乙管/gu

/** Words of those years that have another use too: meant so only in plans of those years. */
export const PANDEMIC_MEASURES_THEN =
  /流调|哨点|闭环管理|免疫屏障|疫苗接种人群覆盖|人货分离|人物分离|分段运输|环境(?:样本|采样)|岁(?:及)?以上(?:老年)?人群[^，,。；;]{0,6}(?:全程)?接种|全程接种率|全人群接种|定点救治|(?:(?:亚|准|定点)[、（(）)]*)+[^，,。；;]{0,2}(?:救治|收治|后备)?医院|后备医院|大规模(?:检测|筛查)|一点两区/gu

/** Words that still have their use, and need a look. */
export const PANDEMIC_WORDS =
  /新冠(?:病毒)?(?:肺炎|感染)?|疫情防控|抗疫|后疫情|疫情(?=不退|形势|期间|以来|叠加|转运|大考)|入境(?:人员|货车|旅客|货物)/gu
