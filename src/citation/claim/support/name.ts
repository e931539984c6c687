const PLACE =
  '市区|城区|新区|园区|景区|校区|院区|库区|流域|机场|车站|口岸|港|码头|医院|学校|大学|学院|公司|集团|小区|花园|社区|广场|公园|大厦|大桥|隧道|水库|公路|铁路|大道|路|街|段|号线|省|市|县|区|州|镇|乡|村'
/** A name of something that has several things to be told of, at the end of words. */
export const NAMED = new RegExp(`(?:${PLACE})#?$`, 'u')
/** Such a name at their head. */
export const NAMES = new RegExp(`^[^#]{0,12}?(?:${PLACE}|中心|国|项目|工程|期|局|厅|委|部门)`, 'u')

const OWNER =
  /(?<=^|[。;\n\s]|,)[\p{Script=Han}]{2,10}?(?:项目|工程|小区|花园|大桥|隧道|公路|铁路|园区|新区|社区|水库|机场)(?!\d+[个项座处条家])/gu

/** Whether words begin to tell of a project or an estate that a title does not speak of. */
export function namesAnother(words: string, titleView: string): boolean {
  return [...words.matchAll(OWNER)].some(([name]) => !titleView.includes(name.slice(-4)))
}
