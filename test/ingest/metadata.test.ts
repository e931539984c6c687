import { describe, expect, it } from 'vitest'
import type { Document, Metadata } from '../../src/corpus/index.ts'
import { readSeed, readText, type SEEDS } from '../reader.ts'

/** Each field as `[value, the words it was read from, whether it was inferred]`, null where it is not there. */
function read({ text, metadata }: Document) {
  const shown = Object.entries(metadata).map(([name, field]) => {
    if (field === null) return [name, null]
    const evidence = field.evidence === null ? null : text.slice(field.evidence.start, field.evidence.end)
    return [name, [field.value, evidence, field.inferred]]
  })
  return Object.fromEntries(shown) as Record<keyof Metadata, unknown>
}

const qingdao = { name: '青岛市', level: 'city', parent: '山东省' }

const EXPECTED: Readonly<Record<keyof typeof SEEDS, Readonly<Record<keyof Metadata, unknown>>>> = {
  qingdao2022: {
    title: ['市卫生健康委2022年工作要点', '市卫生健康委2022年工作要点', false],
    issuer: ['市卫生健康委', '市卫生健康委', false],
    jurisdiction: [qingdao, '青岛', true],
    kind: ['annual_plan', '2022年工作要点', false],
    years: [[2022, 2022], '2022年', false],
    documentNumber: null,
    issuedOn: null,
    script: ['simplified', null, true],
  },
  qingdao2021: {
    title: ['市衛生健康委2021年工作要點', '市衛生健康委2021年工作要點', false],
    issuer: ['青島市衛生健康委員會', '青島市衛生健康委員會', true],
    jurisdiction: [qingdao, '青島市', true],
    kind: ['annual_plan', '2021年工作要點', false],
    years: [[2021, 2021], '2021年', false],
    documentNumber: null,
    issuedOn: ['2021-03-05', '2021-03-05', true],
    script: ['traditional', null, true],
  },
  cixi: {
    title: ['2022年全市卫生健康工作要点', '2022年全市卫生健康工作要点', false],
    issuer: ['慈溪市卫生健康局', '慈溪市卫生健康局', false],
    jurisdiction: [{ name: '慈溪市', level: 'county', parent: '宁波市' }, '慈溪市', false],
    kind: ['annual_plan', '2022年全市卫生健康工作要点', false],
    years: [[2022, 2022], '2022年', false],
    documentNumber: null,
    issuedOn: ['2022-03-29', '2022年3月29日', false],
    script: ['simplified', null, true],
  },
  qingdaoAction: {
    title: ['青岛市优质医疗卫生资源倍增三年行动计划', '青岛市优质医疗卫生资源倍增三年行动计划', false],
    issuer: [
      '中共青岛市委办公厅、青岛市人民政府办公厅',
      '中共青岛市委办公厅\n\n      青岛市人民政府办公厅',
      false,
    ],
    jurisdiction: [qingdao, '青岛市', false],
    kind: ['multi_year_plan', '三年行动计划', false],
    years: [[2022, 2024], '到2024年', true],
    documentNumber: null,
    issuedOn: ['2022-11-25', '2022年11月25日', false],
    script: ['simplified', null, true],
  },
  jizhou: {
    title: ['2022年卫生健康工作要点', '2022年卫生健康工作要点', false],
    issuer: null,
    jurisdiction: [{ name: '蓟州区', level: 'district', parent: '天津市' }, '蓟州', true],
    kind: ['annual_plan', '2022年卫生健康工作要点', false],
    years: [[2022, 2022], '2022年', false],
    documentNumber: null,
    issuedOn: null,
    script: ['simplified', null, true],
  },
}

describe('metadata of the seeds', () => {
  it.each(Object.keys(EXPECTED) as (keyof typeof SEEDS)[])('of %s are read with their evidence', (name) => {
    expect(read(readSeed(name))).toEqual(EXPECTED[name])
  })
})

describe('years and kind', () => {
  it.each([
    ['2024年工作计划', 'annual_plan', [2024, 2024], false],
    ['某市2023年健康促进行动方案', 'annual_plan', [2023, 2023], false],
    ['某市卫生健康三年行动计划（2023—2025年）', 'multi_year_plan', [2023, 2025], false],
    ['某市“十四五”卫生健康发展规划', 'multi_year_plan', [2021, 2025], true],
    ['某市卫生健康事业发展“十三五”规划', 'multi_year_plan', [2016, 2020], true],
    ['某市“十四五”卫生健康规划2023年实施计划', 'annual_plan', [2023, 2023], false],
  ])('of “%s” are %s and %j', (title, kind, years, isInferred) => {
    const { metadata } = readText(`${title}\n\n一、目标\n加强领导。`)
    expect(metadata.title?.value).toBe(title)
    expect(metadata.kind?.value).toBe(kind)
    expect(metadata.years).toMatchObject({ value: years, inferred: isInferred })
  })
})

describe('the title', () => {
  it('is not the first section heading, however much that sounds like a plan', () => {
    const { metadata } = readText(
      '2024年某市卫生健康工作要点\n总体思路\n坚持预防为主，强化基层服务，推动改革。\n（1）加强领导。建立专班。',
    )
    expect(metadata.title?.value).toBe('2024年某市卫生健康工作要点')
  })

  it('is that of the plan and not of the notice that carries it', () => {
    const text =
      '关于印发2024年卫生健康工作要点的通知\n各单位：\n现印发给你们。\n2024年全市卫生健康工作要点\n一、目标\n达到5家。'
    expect(readText(text).metadata.title?.value).toBe('2024年全市卫生健康工作要点')
  })

  it('stays whole within the sentence that quotes it, when it has no line of its own', () => {
    const document = readText('现将《2024年卫生健康工作要点》印发给你们。\n一、目标\n达到5家。')
    expect(document.metadata.title?.value).toBe('2024年卫生健康工作要点')
    expect(document.passages[0]).toMatchObject({ start: 0, end: 23 })
  })
})

describe('issuer and date of issue', () => {
  it.each([
    [
      'a signature of two lines',
      '一、目标\n达到5家。\n某市卫生健康局\n2024年3月1日',
      '某市卫生健康局',
      '2024-03-01',
    ],
    [
      'a signature of one line',
      '一、目标\n达到5家。\n某市卫生健康局　2024年3月1日',
      '某市卫生健康局',
      '2024-03-01',
    ],
    [
      'a signature in Chinese numerals',
      '一、目标\n达到5家。\n某县中医医院\n二〇二四年三月一日',
      '某县中医医院',
      '2024-03-01',
    ],
    [
      'brackets below the title',
      '（某省卫生健康委员会　2024年3月1日）\n一、目标\n达到5家。',
      '某省卫生健康委员会',
      '2024-03-01',
    ],
    [
      'a table saved cell by cell',
      '发布机构\n某区卫生健康局\n成文日期\n2024-03-01\n来源：某网\n一、目标\n达到5家。',
      '某区卫生健康局',
      '2024-03-01',
    ],
  ])('are read from %s', (_, rest, issuer, date) => {
    const { metadata, text } = readText(`2024年卫生健康工作要点\n${rest}`)
    expect(metadata.issuer?.value).toBe(issuer)
    const evidence = metadata.issuer?.evidence
    expect(text.slice(evidence?.start, evidence?.end)).toBe(issuer)
    expect(metadata.issuedOn?.value).toBe(date)
  })

  it('are not taken from a deadline in the running text', () => {
    const { metadata } = readText(
      '2024年卫生健康工作要点\n一、目标\n2024年6月30日前完成，由市卫生健康局负责。',
    )
    expect(metadata.issuer).toBeNull()
    expect(metadata.issuedOn).toBeNull()
  })
})

describe('the document number', () => {
  it.each([
    ['某卫发〔2024〕5号', '某卫发〔2024〕5号'],
    ['某卫发[2024]5号　　签发人：王某', '某卫发[2024]5号'],
    ['发文字号：某卫发〔2024〕 5 号　发布日期：2024-03-01', '某卫发〔2024〕 5 号'],
    ['| 文号 | 某卫字〔2024〕12号 | 有效性 | 有效 |', '某卫字〔2024〕12号'],
    ['2024年第5号', '2024年第5号'],
    ['根据《通知》（国卫发〔2023〕9号）要求，制定本要点。', undefined],
  ])('is read from %j as %j', (line, number) => {
    const { metadata } = readText(`${line}\n2024年全市卫生健康工作要点\n一、目标\n达到5家。`)
    expect(metadata.documentNumber?.value).toBe(number)
  })
})

describe('the place', () => {
  const place = (text: string) => {
    const field = readText(text).metadata.jurisdiction
    return field === null ? null : [field.value.name, field.value.level, field.value.parent, field.inferred]
  }
  const signed = (issuer: string, body = '加强领导。') =>
    place(`2024年卫生健康工作要点\n一、目标\n${body}\n${issuer}\n2024年3月1日`)

  it.each([
    ['宜宾市翠屏区卫生健康局', ['翠屏区', 'district', '宜宾市', false]],
    ['四川省宜宾市翠屏区卫生健康局', ['翠屏区', 'district', '宜宾市', false]],
    ['长春市朝阳区卫生健康局', ['朝阳区', 'district', '长春市', false]],
    ['慈溪市卫生健康局', ['慈溪市', 'county', '宁波市', false]],
    ['中共恩施州委办公室', ['恩施土家族苗族自治州', 'city', '湖北省', false]],
    ['翁牛特旗卫生健康委员会', ['翁牛特旗', 'county', '赤峰市', false]],
    ['黑龙江省卫生健康委员会', ['黑龙江省', 'province', null, false]],
    ['神农架林区卫生健康委员会', ['神农架林区', 'county', '湖北省', false]],
    ['乾县卫生健康局', ['乾县', 'county', '咸阳市', false]],
    ['国家卫生健康委员会', ['中国', 'nation', null, false]],
    ['新疆生产建设兵团第八师石河子市卫生健康委员会', null],
    ['青岛西海岸新区卫生健康局', null],
    ['宜昌高新区管理委员会', null],
    ['临河市卫生健康委员会', null],
    ['市卫生健康局', null],
  ])('of %s is %j', (issuer, expected) => {
    expect(signed(issuer)).toEqual(expected)
  })

  it('is told from another of its name by the city the text speaks of, else has no parent', () => {
    expect(signed('朝阳区卫生健康局', '落实长春市部署。')).toEqual(['朝阳区', 'district', '长春市', true])
    expect(signed('朝阳区卫生健康局')).toEqual(['朝阳区', 'district', null, false])
  })

  it('is inferred where nobody is named, and fits what the text calls itself', () => {
    const county = '2024年工作要点\n一、目标\n全县推进健康洛川建设，落实延安市、宝塔区部署。我县新增床位。'
    expect(place(county)).toEqual(['洛川县', 'county', '延安市', true])
    expect(place('2024年工作要点\n一、目标\n全县落实延安市部署。我县新增床位。')).toBeNull()
    expect(place('2024年工作要点\n一、目标\n学习三明经验，加强领导。')).toBeNull()
  })

  it('is nobody’s for an article that only speaks of places', () => {
    const article = '青岙站位于浙江省杭州市余杭区，由杭州市人民政府投资。杭州市民可由此前往嘉兴市和余杭区。'
    expect(place(article)).toBeNull()
    expect(place(`${article}全市客流增长，我市将增开列车。`)).not.toBeNull()
  })
})

describe('issuer, title and years by role', () => {
  it('joins several signers, on one line or on several, and leaves the seal out', () => {
    const text = (signature: string) => `2024年工作要点\n一、目标\n加强领导。\n${signature}\n2024年3月1日`
    const value = '某市卫生健康委员会、某市财政局'
    expect(readText(text('某市卫生健康委员会  某市财政局')).metadata.issuer?.value).toBe(value)
    expect(readText(text('某市卫生健康委员会\n某市财政局（盖章）')).metadata.issuer?.value).toBe(value)
  })

  it('takes the red head for the issuer without a signature, a page’s source only as inferred', () => {
    const red = readText('某市卫生健康委员会文件\n2024年工作要点\n一、目标\n加强领导。').metadata.issuer
    expect(red).toMatchObject({ value: '某市卫生健康委员会', inferred: false })
    const source = readText('来源：某市卫生健康委员会\n2024年工作要点\n一、目标\n加强领导。').metadata.issuer
    expect(source).toMatchObject({ value: '某市卫生健康委员会', inferred: true })
  })

  it('joins a title that was broken over lines', () => {
    const { metadata } = readText('某县卫生健康事业发展\n三年行动计划\n（2024—2026年）\n一、目标\n加强领导。')
    expect(metadata.title?.value).toBe('某县卫生健康事业发展三年行动计划（2024—2026年）')
    expect(metadata.years).toMatchObject({ value: [2024, 2026], inferred: false })
  })

  it('prefers the signature’s date to 成文日期, and that to the web’s, which is inferred', () => {
    const head = '成文日期：2024-02-20　发布日期：2024-03-05\n2024年工作要点\n一、目标\n加强领导。'
    expect(readText(`${head}\n某县卫生健康局\n2024年2月18日`).metadata.issuedOn?.value).toBe('2024-02-18')
    expect(readText(head).metadata.issuedOn).toMatchObject({ value: '2024-02-20', inferred: false })
    const web = readText('发布日期：2024-03-05\n2024年工作要点\n一、目标\n加强领导。').metadata.issuedOn
    expect(web).toMatchObject({ value: '2024-03-05', inferred: true })
  })

  it.each([
    ['卫生健康工作要点\n2024年，全县抓好工作。', 'annual_plan', [2024, 2024]],
    ['某县基层能力提升行动方案\n到2026年，新增床位。\n（2024年3月1日）', 'multi_year_plan', [2024, 2026]],
    ['某县人才三年行动计划\n到2026年，引进博士。', 'multi_year_plan', [2024, 2026]],
  ])('infers the years of %j', (head, kind, years) => {
    const { metadata } = readText(`${head}\n一、目标\n加强领导。`)
    expect(metadata.kind?.value).toBe(kind)
    expect(metadata.years).toMatchObject({ value: years, inferred: true })
  })
})
