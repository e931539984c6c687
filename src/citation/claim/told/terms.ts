import type { PreparedEvidence } from '../clause/evidence.ts'
import { homesOf } from '../clause/source.ts'

/** In a bulletin every rate is measured against the year before, named or not. */
const BULLETIN = /公报/u
const YEAR_ON_YEAR =
  /(?:同比|[比较](?:上年|去年)(?:同期)?|[比较]上年 {3}(?:同期)?)(?=(?:名义|实际|分别|均)*(?:增长|下降|提高|降低|增加|减少|上升|上涨|下跌|回落|提升))/gu
/** Everything in a plan is planned, said or not. */
const PLAN = /要点|计划|规划|方案|安排|纲要|行动/u
const TIME = '(?:(?:19|20)\\d{2}年|今年|到(?:19|20)\\d{2}年[底末]?)'

/**
 * A claim in the terms of the text it is held against: 比2022年末 is 比上年末 in a text for 2023, and a plan that says
 * 新增3家 plans to. The view keeps its length.
 */
export function inTermsOf(view: string, prepared: PreparedEvidence): string {
  const { calendar, titleView } = prepared
  let told = view
  if (calendar.ownYear !== null)
    told = told.replace(new RegExp(`(?<=[比较与])${calendar.ownYear - 1}年(?!以|-|—|至|到)`, 'gu'), '上年   ')
  if (BULLETIN.test(titleView)) told = told.replace(YEAR_ON_YEAR, blank)
  return PLAN.test(titleView) ? withoutPlan(told, prepared) : told
}

/** 某市2024年计划新增3家, without 计划. */
function withoutPlan(view: string, prepared: PreparedEvidence): string {
  const homes = homesOf(prepared).filter((home) => home.length > 1)
  const head = new RegExp(
    `^(?<head>(?:${[...homes, TIME].join('|')}|,)+)(?<plan>计划|将|拟|要)(?!划|生)`,
    'u',
  )
  return view.replace(head, (_, place: string, plan: string) => place + blank(plan))
}

function blank(words: string): string {
  return ' '.repeat(words.length)
}
