import { parseArgs } from 'node:util'
import { z } from 'zod'
import { checkQuestion } from '../../api/index.ts'
import { type Config, parseConfig } from '../../config.ts'
import { ConfigError, InvalidRequestError } from '../../error.ts'
import type { Filters } from '../../retrieval/index.ts'
import { UsageError } from './usage-error.ts'

/** What a command gives back to the shell: 0 done, 1 the work failed, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2

type OptionTypes = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>
>

/**
 * Positionals and options of one command.
 * @throws UsageError for an unknown option or a missing value
 */
export function readArguments<T extends OptionTypes>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw new UsageError(sayingWhatIsWrong(cause), { cause })
  }
}

function sayingWhatIsWrong(cause: TypeError & { readonly code?: string }): string {
  const [, option = ''] = /'(?:-\w, )?(-[^\s']+)/u.exec(cause.message) ?? []
  if (cause.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有“${option}”这个选项。`
  if (cause.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `选项“${option}”的值缺少或有误。`
  return `参数有误：${cause.message}`
}

/**
 * Settings of the environment with those of the command line over them.
 * @throws UsageError when the command line gave the value that cannot be used, else ConfigError
 */
export function configFrom(values: {
  readonly data?: string
  readonly host?: string
  readonly port?: string
}): Config {
  const given = {
    ...(values.data === undefined ? {} : { YAODIAN_DATA: values.data }),
    ...(values.host === undefined ? {} : { YAODIAN_HOST: values.host }),
    ...(values.port === undefined ? {} : { PORT: values.port }),
  }
  try {
    return parseConfig({ ...process.env, ...given })
  } catch (fault) {
    if (!(fault instanceof ConfigError) || !(String(fault.details.name) in given)) throw fault
    throw new UsageError(fault.message, { cause: fault, details: fault.details })
  }
}

/**
 * The words of a question or a query.
 * @throws UsageError when there are none, or too many
 */
export function questionFrom(positionals: readonly string[], usage: string): string {
  if (positionals.length === 0) throw new UsageError(usage)
  const question = positionals.join(' ')
  try {
    checkQuestion(question)
  } catch (fault) {
    if (!(fault instanceof InvalidRequestError)) throw fault
    throw new UsageError(fault.message, { cause: fault })
  }
  return question
}

/** @throws UsageError for a year that is none */
export function filtersFrom(values: {
  readonly region?: readonly string[]
  readonly year?: readonly string[]
}): Filters {
  const years = (values.year ?? []).map((year) => {
    const parsed = z.coerce.number().int().min(1900).max(2100).safeParse(year)
    if (!parsed.success) throw new UsageError(`--year 应是四位年份，不能是“${year}”。`)
    return parsed.data
  })
  return {
    ...(values.region === undefined ? {} : { regions: values.region }),
    ...(years.length === 0 ? {} : { years }),
  }
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** Progress and notices: standard error, so that standard output holds the result alone. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`)
}
