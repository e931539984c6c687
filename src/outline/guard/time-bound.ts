import { parseChineseNumeral } from '../../text/index.ts'
import { DATED_WORDS } from './dated-words.ts'
import { type Find, matchesIn, type Watch } from './find.ts'

const NUMERAL = '[一二三四五六七八九十\\d]{1,4}'
/** Party congresses meet every five years; the nineteenth met in 2017. */
const CONGRESS =
  /(?:(?:中国共产党|中共|党的?)第?|(?=[二三]?十[一二三四五六七八九]?大(?:精神|报告)))(?<number>十[一二三四五六七八九]|[二三]十[一二三四五六七八九]?)(?:大|次全国代表大会)(?:[和及、]?(?:[一二三四五六七八九十]{2,4})届(?:历次|(?:[一二三四五六七八]中[、和及]?)+)全会)*/gu
const PLENUM =
  /(?:(?:中国共产党|中共|党的?|中央)?[一二三四五六七八九十]{1,4}届(?:历次|(?:[一二三四五六七八]中[、和及]?)+)全会)/gu
/** A session of a party or people's body of a place. */
const SESSION = new RegExp(
  `(?:[省市区县旗州委]{1,2}(?:${NUMERAL}届${NUMERAL}次(?:、${NUMERAL}次)*(?:全会|全体会议|党代会|人代会|会议)(?:暨[^，,。；;]{2,12}会议)?|第${NUMERAL}次(?:党代会|代表大会)|第${NUMERAL}届[^，,。；;]{0,6}(?:代表大会|人代会)(?:第?${NUMERAL}次会议)?))|(?:中央|全国|全省|全市|省委|市委|区委|县委)(?:经济|农村|卫生健康|深改)工作会议`,
  'gu',
)
const TWO_SESSIONS = /(?:全国|省|市|区|县)?[“"]两会[”"]/gu
/** A year's place in a plan: 收官之年, 开局之年, 起步年. */
const YEAR_OF =
  /(?:[\p{Script=Han}”"]{0,8}?(?:开局|收官|起步|奠基|攻坚|决胜|关键|冲刺|全面贯彻|全面落实|承上启下|见效|突破|提升|深化|巩固)[的]?(?:之年|关键年|关键之年|一年)|(?<=[“"])[\p{Script=Han}]{2,10}年(?=[”"])|(?<=开展|组织|实施|深化|推进)[\p{Script=Han}、]{2,16}(?<!每|全|当|今|明|去|本|上|半|青少|老|中|成|童|历|多|近|按|周|[一二两三四五六七八九十\d])年(?:专项)?(?:活动|行动)(?!计划|方案)|(?<=年度?是)[^，,。；;]{2,40}?(?:之年|一年|第[一二三四五]年|周年)|(?<=[，,；;]也?是)[^，,。；;]{2,40}?(?:之年|的一年|第[一二三四五]年)|[^，,。；;、是“”\s]{2,20}?之年)/gu
const ANNIVERSARY = new RegExp(`[^，,。；;、“”]{0,14}?(?:${NUMERAL}|百)周年(?:华诞|庆典)?`, 'gu')
/** 以优异成绩迎接…召开, 向…献礼: what a deed is done in honour of. */
const HONOUR =
  /(?:(?:以|用)[^，,。；;]{2,20}?)?(?:喜迎|迎接|庆祝|纪念)[^，,。；;]{2,30}?(?:召开|周年|华诞|诞辰|开幕|到来)|(?:(?:以|用)[^，,。；;]{2,20}?)?(?:为|向)[^，,。；;]{2,24}?献礼|(?<=[“"])[^“”"，,。；;]{0,6}(?:喜迎|迎)(?:盛会|二十|大会)[^“”"]{0,20}(?=[”"])|(?:确保|实现|推动|助力)?[^，,。；;、]{0,14}?(?:圆满收官|顺利收官|良好开局|开门红|开好局、?起好步)|(?:规划|目标|行动|任务)?收官(?:战|工作|任务)?(?!之年|[—-])|(?:任务)?圆满收尾|(?:喜迎|迎接)(?:盛会|党的[^，,。；;]{2,6}大)|(?:聚焦|围绕|聚力|聚焦聚力)[^，,。；;]{0,3}党的[二三]?十[一二三四五六七八九]?大(?!精神)(?:胜利)?(?:召开)?/gu
/** A games or an exhibition that a place is host to once. */
const GAMES =
  /(?:第[一二三四五六七八九十\d]+届)?(?:[全亚省市县区大冬夏世残少民青]|十[一二三四五六七八九]|大学生|青少年)(?:国)?(?:学生|残疾人)?运(?:动)?会(?:[^，,。；;]{0,6}(?:医疗)?(?:卫生)?保障)?|(?:世博|进博|广交|服贸|东盟博览|世园|绿博|园博)会/gu
const ORDINAL = new RegExp(`第${NUMERAL}届(?!\\d)`, 'gu')
const CAMPAIGN =
  /[“"][^“”"]{4,30}[”"](?:专项|主题|实践|学习|宣传|教育|大讨论|大比武|竞赛|主题学习|宣传教育|实践活动|主题教育|、)*(?:活动|大讨论|大比武|教育|行动年)/gu

/** Words that belong to one time: congresses and sessions, anniversaries, a year's place in a plan, campaigns. */
export function timeBound(watch: Watch): readonly Find[] {
  return [
    ...congresses(watch),
    ...blanked(watch, PLENUM, '全会年年有新的，应写最近一次'),
    ...blanked(watch, SESSION, '会议届次随年度变化，应写最近一次'),
    ...shown(watch, TWO_SESSIONS, '“两会”每年召开，所指要求应以当年为准').map(mild),
    ...blanked(watch, YEAR_OF, '说的是那一年在规划期里的位置'),
    ...blanked(watch, ANNIVERSARY, '周年只在当年写'),
    ...blanked(watch, HONOUR, '所迎接或庆祝的事有时日'),
    ...matchesIn(watch, ORDINAL).map(({ start, end }) => ({
      start,
      end,
      flag: 'time_bound' as const,
      note: '届次每次不同',
      blank: '届次待定' as const,
      showsOld: true,
    })),
    ...shown(watch, GAMES, '赛会有时日，请核是否已经结束'),
    ...shown(watch, CAMPAIGN, '专项或主题活动多有时限，请核是否仍在开展'),
    ...datedWords(watch),
  ]
}

function congresses(watch: Watch): readonly Find[] {
  return matchesIn(watch, CONGRESS).map(({ start, end, match }) => {
    const held = 2017 + 5 * ((parseChineseNumeral(match.groups?.number ?? '') ?? 19) - 19)
    const isCurrent = held < watch.draftYear && watch.draftYear <= held + 5 && !/全会/u.test(match[0])
    return {
      start,
      end,
      flag: 'time_bound',
      note: isCurrent ? '大会名称，请核提法是否最新' : '大会或全会的提法已不是最近一次',
      blank: isCurrent ? null : '时政表述待定',
      showsOld: false,
      ...(isCurrent ? { isMild: true } : {}),
    }
  })
}

function mild(find: Find): Find {
  return { ...find, isMild: true }
}

function datedWords(watch: Watch): readonly Find[] {
  return DATED_WORDS.filter(({ until }) => until < `${watch.draftYear}-01-01`).flatMap(
    ({ words, note, source }) =>
      shown(watch, words, `${note}（${source}）`).map((find) =>
        isKeptUp(find, watch) ? find : { ...find, blank: '时政表述待定' as const },
      ),
  )
}

/** What a campaign has brought is kept up when it is over. */
function isKeptUp({ start, end }: Find, { view, range }: Watch): boolean {
  const before = view.slice(Math.max(range.start, start - 12), start)
  const after = view.slice(end, Math.min(range.end, end + 8))
  return (
    /(?:巩固|拓展|深化|运用|转化)[^，,。；;]*$/u.test(before) &&
    /^[”"]?(?:的)?(?:成果|成效|经验|实效|长效)/u.test(after)
  )
}

function blanked(watch: Watch, pattern: RegExp, note: string): readonly Find[] {
  return matchesIn(watch, pattern).map(({ start, end }) => ({
    start,
    end,
    flag: 'time_bound',
    note,
    blank: '时政表述待定',
    showsOld: false,
  }))
}

function shown(watch: Watch, pattern: RegExp, note: string): readonly Find[] {
  return matchesIn(watch, pattern).map(({ start, end }) => ({
    start,
    end,
    flag: 'time_bound',
    note,
    blank: null,
    showsOld: false,
  }))
}
