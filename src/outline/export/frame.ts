/** Words of the page that are in no tree: what a draft is marked by, and what the office fills in. */
export const DRAFT_MARK = '（草稿）'
export const SIGNATURE = '〔发文机关署名〕'
export const DATE = '××××年×月×日'
export const ANNEX = { label: '附件', title: '任务出处对照表' } as const

/** Whether a title already says that it is one: （征求意见稿）. */
export function namesDraft(title: string): boolean {
  return /[（(][^（()）]*稿[）)]\s*$/u.test(title)
}
