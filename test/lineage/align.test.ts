import { describe, expect, it } from 'vitest'
import { indexedDocument } from '../../src/corpus/index.ts'
import { targetsOf } from '../../src/ledger/index.ts'
import { alignItems, alignTargets, itemsOf, type Link } from '../../src/lineage/index.ts'
import { noWords } from '../../src/text/index.ts'
import { readText } from '../reader.ts'

function sideOf(place: string, year: number, tasks: readonly string[]) {
  const text = `${place}${year}年卫生健康工作要点\n\n一、重点任务\n${tasks.map((task, at) => `${at + 1}.${task}`).join('\n')}\n`
  const indexed = indexedDocument(readText(text, `${year}.txt`))
  const rows = targetsOf(indexed)
  return { indexed, items: itemsOf(indexed, rows), rows }
}

const named = (side: ReturnType<typeof sideOf>, items: Link['earlier']) =>
  items.map(({ headingRange }) =>
    headingRange === null ? '' : side.indexed.document.text.slice(headingRange.start, headingRange.end),
  )

function linksOf(earlier: readonly string[], later: readonly string[]) {
  const [before, after] = [sideOf('天门市', 2031, earlier), sideOf('天门市', 2032, later)]
  return alignItems(before, after, noWords).map((link) => ({
    earlier: named(before, link.earlier),
    later: named(after, link.later),
    status: link.status,
    reason: link.reason,
    changes: link.changes,
  }))
}

const STATUSES = (links: ReturnType<typeof linksOf>) => links.map(({ status }) => status)

const FILLER = '加强血液保障。街头献血点增加2处，完善临床用血评价制度。'
const OTHER = '规范职业健康监管。开展粉尘危害企业专项治理，落实用人单位主体责任。'

describe('alignItems', () => {
  it('calls a task with a higher target strengthened and one with a lower target weakened', () => {
    const [stronger, weaker] = linksOf(
      [
        '优化签约服务。重点人群签约率达到70%以上，做实随访。',
        '降低死亡率。孕产妇死亡率控制在9/10万以内，完善转诊。',
      ],
      [
        '优化签约服务。重点人群签约率达到78%以上，做实随访。',
        '降低死亡率。孕产妇死亡率控制在11/10万以内，完善转诊。',
      ],
    )
    expect(stronger).toMatchObject({ status: 'strengthened' })
    expect(stronger?.reason).toContain('70%')
    expect(weaker).toMatchObject({ status: 'weakened' })
  })

  it('takes an amount that moves by a fifth for rolled on, and up with down for continued', () => {
    const links = linksOf(
      ['培训村医。全年培训乡村医生50名。', `做强专科。重点专科达到5个，护理床位占比达到40%。`],
      ['培训村医。全年培训乡村医生40名。', `做强专科。重点专科达到7个，护理床位占比达到35%。`],
    )
    expect(STATUSES(links)).toEqual(['continued', 'continued'])
  })

  it('hears 探索 become 全面推开, and nothing in the stages of a building', () => {
    const links = linksOf(
      ['探索家庭病床服务。制定家庭病床收治标准。', '建设中医院新院区。中医院新院区开工建设。'],
      ['全面推开家庭病床服务。扩大家庭病床收治范围。', '建设中医院新院区。中医院新院区主体封顶。'],
    )
    expect(STATUSES(links)).toEqual(['strengthened', 'continued'])
  })

  it('says which tasks became one, and which one became several', () => {
    const merged = linksOf(
      [
        '加强精神卫生服务。严重精神障碍患者规范管理率达到90%，开设心理门诊。',
        '防治慢性病。高血压患者规范管理率达到62%，开展糖尿病筛查。',
        FILLER,
      ],
      [
        '统筹慢性病和精神卫生防治。高血压患者规范管理率达到63%，严重精神障碍患者规范管理率达到92%，开展糖尿病筛查。',
        FILLER,
      ],
    )
    expect(merged[0]).toMatchObject({ status: 'merged', later: ['统筹慢性病和精神卫生防治'] })
    expect(merged[0]?.earlier).toHaveLength(2)
    const split = linksOf(
      ['发展托育和养老服务。每千人口托位数达到3个，医养结合机构达到9家。', FILLER],
      [
        '发展托育服务。每千人口托位数达到4个，建设示范托育机构。',
        '推进医养结合。医养结合机构达到11家，发展养老服务。',
        FILLER,
      ],
    )
    expect(split[0]).toMatchObject({ status: 'split', earlier: ['发展托育和养老服务'] })
  })

  it('does not exchange two like-named tasks of different content', () => {
    const links = linksOf(
      [
        '加强基层服务能力。为乡镇卫生院配备彩超，改造业务用房。',
        '提升基层服务能力。乡村医生参加执业考试，落实养老保障。',
      ],
      [
        '提升基层服务水平。乡村医生执业考试通过率提高，养老保障全落实。',
        '加强基层服务建设。乡镇卫生院更新彩超，业务用房改造收尾。',
      ],
    )
    expect(links.map(({ earlier, later }) => [earlier[0], later[0]])).toEqual([
      ['提升基层服务能力', '提升基层服务水平'],
      ['加强基层服务能力', '加强基层服务建设'],
    ])
  })

  it('calls what has no counterpart new or dropped, each item in exactly one link', () => {
    const links = linksOf([FILLER, OTHER], [FILLER, '办好运动会医疗保障。组建医疗保障队12支。'])
    expect(STATUSES(links)).toEqual(['continued', 'new', 'dropped'])
  })

  it('reads a traditional plan against a simplified one', () => {
    const [link] = linksOf(
      ['發展嬰幼兒照護服務。每千人口託位數達到2個。'],
      ['发展婴幼儿照护服务。每千人口托位数达到3个。'],
    )
    expect(link).toMatchObject({ status: 'strengthened' })
  })
})

describe('alignTargets', () => {
  const statuses = (earlier: readonly string[], later: readonly string[]) =>
    alignTargets(sideOf('天门市', 2031, earlier), sideOf('天门市', 2032, later)).map(
      ({ earlier: before, later: after, status }) => [before?.figure ?? null, after?.figure ?? null, status],
    )

  it('follows a figure to another item and never takes another indicator with the same number', () => {
    expect(
      statuses(
        [
          '管好慢病。高血压患者规范管理率达到65%，糖尿病患者规范管理率达到63%。',
          '互认结果。检验结果互认项目达到60项。',
        ],
        [
          '管好慢病。糖尿病患者规范管理率达到65%，检验结果互认项目达到90项。',
          '优化预约。门诊预约诊疗率达到65%。',
        ],
      ),
    ).toEqual([
      ['63', '65', 'strengthened'],
      ['60', '90', 'strengthened'],
      [null, '65', 'new'],
      ['65', null, 'dropped'],
    ])
  })

  it('does not compare one group of people with another, nor so many each with so many in all', () => {
    expect(
      statuses(
        ['做实签约。重点人群签约率达到75%。', '布设设备。公共场所配置除颤仪80台。'],
        ['做实签约。全人群签约率达到42%。', '布设设备。公共场所每万人配置除颤仪0.5台。'],
      ).map(([, , status]) => status),
    ).toEqual(['new', 'new', 'dropped', 'dropped'])
  })
})
