import { describe, expect, it } from 'vitest'
import { checkClaim, prepareEvidence } from '../../src/citation/index.ts'

const accepts = (title: string, text: string) => {
  const evidence = [prepareEvidence({ title, text })]
  return (claim: string) => ['quoted', 'proven'].includes(checkClaim(claim, evidence).verdict)
}

const elderly = accepts(
  '青禾市养老服务条例',
  '市民政局负责养老机构的登记备案，市卫生健康局负责医养结合工作。养老机构应当每季度向市民政局报告运营情况，不得强制收取押金。对违反本条例规定的养老机构，由市民政局责令改正；拒不改正的，处一万元以上三万元以下罚款。受理部门为户籍地街道办事处，审核时限为20个工作日。举报经查证属实的，给予举报人200元奖励。未经主管部门同意，各单位不得擅自安排教师参加会议。吸纳就业困难人员就业的养老机构，可以申请补贴。',
)
const report = accepts(
  '临水市2024年财政决算报告',
  '市级一般公共预算支出201.4亿元，增长5.1%，其中教育支出40.2亿元。市财政局会同市教育局对28所学校开展检查，发现5所学校违规收费。对26名责任人进行了问责，完善制度17项。东湖大桥建成通车，西湖大桥完成工程量的七成。市级新增债务限额26.3亿元，全部用于公益性项目。二期4栋因企业欠缴土地出让金尚未办理登记。',
)

describe('a sentence built in another frame', () => {
  it.each([
    '养老机构的登记备案由市民政局负责',
    '违反本条例规定的养老机构，由市民政局责令改正',
    '户籍地街道办事处是受理部门',
    '举报人可获200元奖励，前提是举报经查证属实',
    '各单位未经主管部门同意，不能擅自安排教师参加会议',
    '养老机构吸纳就业困难人员就业的，可以申请补贴',
  ])('is accepted as the plain one: %s', (claim) => {
    expect(elderly(claim)).toBe(true)
  })

  it.each([
    '养老机构的登记备案由市卫生健康局负责',
    '违反本条例规定的养老机构，由市卫生健康局责令改正',
    '违反本条例规定的养老机构，处一万元以上三万元以下罚款',
    '市民政局是受理部门',
    '户籍地街道办事处是审核部门',
    '举报人可获2000元奖励，前提是举报经查证属实',
    '各单位不能擅自安排教师参加会议',
    '就业困难人员吸纳养老机构就业的，可以申请补贴',
    '市民政局应当每季度向养老机构报告运营情况',
    '市民政局被养老机构责令改正',
  ])('is not accepted with parts exchanged, or without its condition: %s', (claim) => {
    expect(elderly(claim)).toBe(false)
  })

  it.each([
    '建成通车的是东湖大桥',
    '26名责任人被问责',
    '17项制度得到完善',
    '全部用于公益性项目的市级新增债务限额为26.3亿元',
    '市级一般公共预算支出中，教育支出40.2亿元',
  ])('is accepted of a figure as well: %s', (claim) => {
    expect(report(claim)).toBe(true)
  })

  it.each([
    '建成通车的是西湖大桥',
    '17名责任人被问责',
    '26项制度得到完善',
    '全部用于公益性项目的市级新增债务限额为201.4亿元',
    '市教育局会同市财政局对28所学校开展检查',
    '违规收费的学校有28所',
    '28所学校违规收费',
    '增长5.1%的是教育支出',
  ])('is not accepted with what belongs to another: %s', (claim) => {
    expect(report(claim)).toBe(false)
  })
})
