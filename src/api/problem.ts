import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import { AppError } from '../error.ts'
import type { ProblemJson } from './schema.ts'

/** The one table from fault to status. */
const STATUS: Readonly<Record<string, ContentfulStatusCode>> = {
  request_invalid: 400,
  file_unreadable: 422,
  text_garbled: 422,
  outline_refused: 422,
  not_found: 404,
  discarded: 410,
  busy: 409,
  edit_stale: 412,
  edit_blind: 428,
  storage_failed: 503,
  model_server_failed: 502,
  not_available: 501,
  config_invalid: 500,
  export_failed: 500,
}

const TITLE: Readonly<Record<number, string>> = {
  400: '请求有误',
  403: '拒绝访问',
  404: '没有找到',
  405: '不支持这种请求',
  409: '正在进行',
  410: '已经删除',
  412: '内容已变',
  413: '内容过大',
  415: '内容类型不支持',
  422: '文件无法读取',
  428: '缺少版本标记',
  500: '程序出错',
  501: '这里不提供',
  502: '模型服务出错',
  503: '存储暂不可用',
}

/** Where the status alone would mislead. */
const TITLE_OF_CODE: Readonly<Record<string, string>> = { outline_refused: '不能起草' }

const TYPE: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '真或假',
  array: '列表',
  tuple: '列表',
  object: '对象',
  record: '对象',
}

/** What is wrong with one field, in words for people; zod's own are English and name types of the language. */
function describeIssue(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? '缺少这一项。' : `应是${TYPE[issue.expected] ?? '别的类型'}。`
  if (issue.code === 'invalid_value') return `只能是 ${issue.values.map(String).join('、')}。`
  const isCounted = issue.code === 'too_big' || issue.code === 'too_small' ? issue.origin !== 'number' : false
  if (issue.code === 'too_big') return `${isCounted ? '太长，最多' : '不能大于'} ${issue.maximum}。`
  if (issue.code === 'too_small') return `${isCounted ? '太短，至少' : '不能小于'} ${issue.minimum}。`
  if (issue.code === 'unrecognized_keys') return `没有这样的项：${issue.keys.join('、')}。`
  return '格式不对。'
}

// The hook that sees a failed request is given finished messages, so they must be right from the start.
z.config({ customError: describeIssue })

interface ProblemParts {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly detail: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

/** RFC 9457 problem, in Chinese, without anything internal. */
export function problemJson(c: Context, parts: ProblemParts): ProblemJson {
  return {
    type: `/problems/${parts.code}`,
    title: TITLE_OF_CODE[parts.code] ?? TITLE[parts.status] ?? '请求失败',
    status: parts.status,
    detail: parts.detail,
    instance: c.req.path,
    request_id: c.get('requestId') ?? '',
    ...(parts.errors === undefined ? {} : { errors: parts.errors.map((error) => ({ ...error })) }),
  }
}

export function problemResponse(c: Context, parts: ProblemParts): Response {
  return c.body(JSON.stringify(problemJson(c, parts)), parts.status, {
    'content-type': 'application/problem+json; charset=utf-8',
  })
}

/** Turns whatever was thrown into a problem; what is not ours is logged in full and told in one sentence. */
export function faultResponse(c: Context, fault: unknown): Response {
  return problemResponse(c, problemOf(c, fault))
}

/** What to tell of a fault. */
export function problemOf(c: Context, fault: unknown): ProblemParts {
  if (fault instanceof AppError) {
    const pointer = fault.details.pointer
    return {
      status: STATUS[fault.code] ?? 500,
      code: fault.code,
      detail: fault.message,
      ...(typeof pointer === 'string' ? { errors: [{ pointer, detail: fault.message }] } : {}),
    }
  }
  if (fault instanceof HTTPException && fault.status < 500) {
    const detail =
      fault.status === 400 ? '请求内容不是有效的 JSON（上传文件时：不是有效的表单）。' : '请求无法处理。'
    return { status: fault.status as ContentfulStatusCode, code: 'request_invalid', detail }
  }
  console.error(`request ${c.get('requestId') ?? ''} failed:`, fault)
  return { status: 500, code: 'internal', detail: '程序出错，问题没有丢失，请稍后重试。' }
}
