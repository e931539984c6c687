import { describeConfig } from '../../config.ts'
import { listen } from '../http.ts'
import { openService } from '../service.ts'
import { configFrom, type ExitCode, note, readArguments } from './shared.ts'

const SLOWEST_SHUTDOWN_MS = 10_000

/** Opens the library, loads the sample plans into an empty one, and serves until told to stop. */
export async function serve(args: readonly string[]): Promise<ExitCode> {
  const { values } = readArguments(args, {
    host: { type: 'string' },
    port: { type: 'string' },
    data: { type: 'string' },
  } as const)
  const config = configFrom(values)
  note(describeConfig(config))
  const service = await openService(config, { withSeeds: true, report: note })
  // The dictionary takes most of a second to load; better now than during the first question.
  service.deps.desk()
  await warmUp(service)
  for (const notice of service.deps.notices) note(notice)
  const server = await listen(service.deps, config.host, config.port)
  note(`要点已就绪，请打开 ${server.url} （按 Ctrl+C 结束）`)
  service.threads.warmUp()
  service.deps.jobs.resume()
  await untilSignalled()
  setTimeout(() => process.exit(0), SLOWEST_SHUTDOWN_MS).unref()
  await Promise.all([service.deps.jobs.stop(), service.deps.runs.stop(), service.deps.evaluations?.stop()])
  await server.close()
  service.close()
  return 0
}

async function warmUp({ deps }: Awaited<ReturnType<typeof openService>>): Promise<void> {
  const desk = deps.desk()
  const [first] = desk.corpus.passages.values()
  if (first !== undefined) await desk.retriever.similar(first.id, 1)
}

function untilSignalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
