import { ALTERNATIVES, Recent } from '../../retrieval/index.ts'

/** Words of which one excludes the others: the figure for one is never the answer for another. */
export const RIVALS: readonly (readonly string[])[] = [
  ['城市', '农村', '城区', '乡村'],
  ['门诊', '住院', '急诊'],
  ['国家级', '省级', '市级', '县级', '区级'],
  ['县级', '国家临床', '国家重点'],
  ['市级', '国家临床', '国家重点'],
  ['公办', '民办', '社会办', '普惠'],
  ['一级', '二级', '三级'],
  ['孕产妇', '婴儿', '新生儿', '5岁以下儿童'],
  ['医师', '护士', '药师', '技师', '康复治疗师'],
  ['高血压', '糖尿病', '结核病', '艾滋病', '肝炎'],
  ['宫颈癌', '乳腺癌', '结直肠癌', '肺癌', '胃癌', '肝癌'],
  ['中医', '西医'],
  ['床位', '托位', '车位', '学位', '岗位'],
  ['卫生县', '卫生乡镇', '卫生镇', '卫生村', '卫生城市', '卫生区'],
  ['精神科', '康复', '儿科', '重症', '传染病', '老年医学科'],
  ['人民医院', '中医院', '妇幼保健院'],
  ['人民医院', '中医医院', '妇幼保健院'],
  ['英文', '日文', '法文', '德文', '俄文', '韩文', '中文', '西班牙文'],
  ['英语', '日语', '法语', '德语', '俄语', '韩语', '汉语'],
  ['男子', '女子'],
  ['男性', '女性'],
  ['男生', '女生'],
  ['冠军', '亚军', '季军'],
  ['海外', '国内', '境外', '境内', '内地'],
  ['上半年', '下半年'],
  ['基层', '县域', '市域', '旗域', '区域内'],
  ['重点人群', '全人群', '常住居民', '老年人'],
  ['村卫生室', '卫生院', '卫生服务中心', '卫生服务站'],
  ['托育', '养老'],
]

type ViewTest = (view: string) => boolean

/** What a question alone decides is worked out once for all the clauses held against it. */
const tests = new Recent<string, readonly ViewTest[]>(32)

/**
 * Whether a text speaks of another of two things that exclude each other: the question names one, the text
 * names its rival and not it.
 * @param asked normalised question
 * @param view normalised text
 */
export function speaksOfRival(asked: string, view: string): boolean {
  const own = tests.get(asked, () => [
    ...namesAnother(asked),
    ...countsAnother(asked),
    ...isOfLowerLevel(asked),
    ...namesOtherHead(asked),
    ...namesRival(asked),
  ])
  return own.some((test) => test(view))
}

function namesRival(asked: string): readonly ViewTest[] {
  return RIVALS.flatMap((row) => {
    const wanted = row.filter((word) => asked.includes(word))
    const rivals = row.filter((word) => !asked.includes(word))
    const test: ViewTest = (view) =>
      !wanted.some((word) => view.includes(word)) && rivals.some((word) => view.includes(word))
    return wanted.length === 0 ? [] : [test]
  })
}

/** 卫生室, 卫生院, 中医馆, 中医阁: nouns that only the last letter tells apart. */
const HEADED = /(?=(?<stem>\p{Script=Han}{2})(?<head>[室院站馆所阁堂园校队库厅]))/gu

function namesOtherHead(asked: string): readonly ViewTest[] {
  return [...asked.matchAll(HEADED)].map(({ groups }): ViewTest => {
    const { stem = '', head = '' } = groups ?? {}
    const own = [...ALTERNATIVES].flatMap(([word, others]) => (word.endsWith(stem + head) ? others : []))
    const named = [stem + head, ...own]
    const alike = new RegExp(`${stem}[室院站馆所阁堂园校队库厅]`, 'u')
    return (view) => alike.test(view) && !named.some((word) => view.includes(word))
  })
}

const QUOTED_TITLE = /《(?<title>[^》]{1,40})》/gu
const DATED = /\d|[一二三四五六七八九十]+[年月日]/u

/** Of several titles the one asked about says nothing where every clause with a date or figure names another. */
function namesAnother(asked: string): readonly ViewTest[] {
  const titles = [...asked.matchAll(QUOTED_TITLE)].map(({ groups }) => groups?.title ?? '')
  if (titles.length === 0 || !/多少|几|哪|何时|什么时/u.test(asked)) return []
  const test: ViewTest = (view) => {
    const dated = view.split(/[，,；;。]/u).filter((clause) => DATED.test(clause.replace(QUOTED_TITLE, '')))
    return (
      dated.length > 0 &&
      dated.every((clause) => clause.includes('《') && !titles.some((title) => clause.includes(title)))
    )
  }
  return [test]
}

/** 第二届, 一期工程, 首任: the number that tells one of a series from the others. */
const ORDINAL =
  /第(?<of>[一二三四五六七八九十\d]+)(?<series>[届任批次版条代轮回期组部座])|(?<![\d一二三四五六七八九十第])(?<of2>[一二三四五六七八九十首])(?<series2>[期任代届]|等奖|号线)(?![间限])/gu

function countsAnother(asked: string): readonly ViewTest[] {
  const wanted = ordinalsIn(asked)
  const test: ViewTest = (view) => {
    const given = ordinalsIn(view)
    return wanted.some(({ of, series }) => {
      const own = given.filter((one) => one.series === series)
      return own.length > 0 && !own.some((one) => one.of === of)
    })
  }
  return wanted.length === 0 ? [] : [test]
}

function ordinalsIn(view: string): readonly { readonly of: string; readonly series: string }[] {
  return [...view.matchAll(ORDINAL)].map(({ groups }) => ({
    of: (groups?.of ?? groups?.of2 ?? '').replace('首', '一'),
    series: groups?.series ?? groups?.series2 ?? '',
  }))
}

/** What a province or a city lists or awards is not the national thing. */
function isOfLowerLevel(asked: string): readonly ViewTest[] {
  const test: ViewTest = (view) =>
    !/国家|全国|中央/u.test(view) && /[省市县](?:级|第[一二三四五六七八九十\d]+批)/u.test(view)
  return asked.includes('国家级') ? [test] : []
}
