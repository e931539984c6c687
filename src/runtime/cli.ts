import { readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { AppError } from '../error.ts'
import type { ExitCode } from './command/shared.ts'
import { UsageError } from './command/usage-error.ts'

const PACKAGE = join(import.meta.dirname, '../../package.json')

type Command = (args: readonly string[]) => Promise<ExitCode>

// Goes with the packages when they are installed anew; where it cannot be written, starting takes longer.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/yaodian'))

/** Each is loaded when it is asked for, and after the cache of compiled code was found. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./command/serve.ts')).serve,
  inspect: async () => (await import('./command/inspect.ts')).inspect,
  ingest: async () => (await import('./command/ingest.ts')).ingest,
  ask: async () => (await import('./command/ask.ts')).ask,
  search: async () => (await import('./command/search.ts')).search,
  verify: async () => (await import('./command/verify.ts')).verify,
  targets: async () => (await import('./command/targets.ts')).targets,
  eval: async () => (await import('./command/eval.ts')).evaluate,
  lineage: async () => (await import('./command/lineage.ts')).lineage,
  draft: async () => (await import('./command/draft.ts')).draft,
  doctor: async () => (await import('./command/doctor.ts')).doctor,
}

const HELP = `要点：读工作计划，回答有出处的问题。

用法：yaodian 命令 [参数]

  serve    启动页面和接口          yaodian serve [--port 8787] [--data 目录]
  ask      问一个问题              yaodian ask "青岛到2024年三级医院要达到多少家？" [--region 地区] [--year 年份] [--json]
  search   只找段落，不作回答      yaodian search "家庭医生签约" [--k 10] [--json]
  verify   逐句核验一段文字        yaodian verify 文件|- [--against 文件…] [--json]
  inspect  看一份文件读成了什么    yaodian inspect 文件 [--json]
  ingest   把文件或文件夹读入文库  yaodian ingest 路径… [--data 目录] [--json]
  targets  指标台账                yaodian targets [--region 地区] [--year 年份] [--indicator 词语] [--json|--csv]
  eval     评测本程序              yaodian eval [--suite 名称] [--report 目录] [--baseline 文件] [--dataset 文件 --corpus 目录 [--gate 文件]] [--model] [--json]
  lineage  任务沿革                yaodian lineage --region 地区 [--from 年份 --to 年份] [--json]
  draft    起草下一年度提纲        yaodian draft --region 地区 --year 年份 [--format md|json|docx] [--out 文件]
  doctor   自检                    yaodian doctor [--data 目录] [--json]

数据默认放在当前目录的 data 文件夹；首次启动会读入五份样例计划。
yaodian --version 给出版本号，yaodian --help 给出这份说明。
`

async function main(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args
  if (
    name === undefined ||
    name === '--help' ||
    name === '-h' ||
    name === 'help' ||
    rest.includes('--help')
  ) {
    process.stdout.write(HELP)
    return 0
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly version: string }
    process.stdout.write(`yaodian ${version}\n`)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) throw new UsageError(`没有“${name}”这个命令。yaodian --help 列出全部命令。`)
  return (await command())(rest)
}

// Whoever reads our output may stop early (`| head`); that is no fault of ours.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') return
  process.stderr.write(`结果没有写出：${fault.message}\n`)
  process.exitCode = 1
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (fault) {
  if (!(fault instanceof AppError)) throw fault
  process.stderr.write(`${fault.message}\n`)
  process.exitCode = fault instanceof UsageError ? 2 : 1
}
