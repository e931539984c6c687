import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../src/adapter/sqlite/database.ts'
import { createSqliteDocumentStore } from '../../src/adapter/sqlite/document-store.ts'
import { documentIdSchema } from '../../src/corpus/index.ts'
import { type Complaint, complaintSchema } from '../../src/evaluation/index.ts'
import type { EvalCase } from '../case.ts'
import type { CorpusFile } from '../corpus-file.ts'
import type { SuiteSource } from '../suite.ts'

/** Name of the suite of readers' complaints. */
export const COMPLAINTS = 'complaints'

export function readComplaints(dataFolder: string): readonly Complaint[] {
  const file = complaintFile(dataFolder)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => complaintSchema.parse(JSON.parse(line)))
}

/** A suite of complaints over the very documents they were made of, as far as the library still has them. */
export function complaintSource(complaints: readonly Complaint[], dataFolder: string): SuiteSource {
  return {
    name: COMPLAINTS,
    task: 'answer',
    dataset: complaintFile(dataFolder),
    cases: () => complaints.map(caseOf),
    files: frozenFiles(complaints, dataFolder),
  }
}

function complaintFile(dataFolder: string): string {
  return join(dataFolder, 'evals/complaints.jsonl')
}

function caseOf({ id, verdict, question, history, shown, right_answer, note }: Complaint): EvalCase {
  const isRefusalWanted = verdict === 'right' && shown.kind === 'refused'
  const mayRefuse = verdict === 'wrong' && right_answer.length === 0
  return {
    id,
    suite: verdict,
    question,
    history,
    expect: {
      kind: isRefusalWanted ? 'refused' : mayRefuse ? 'either' : 'answered',
      nuggets: right_answer.map((fact) => ({ any: [fact], vital: true })),
      must_not: verdict === 'wrong' && shown.sentence !== null ? [shown.sentence] : [],
      evidence:
        verdict === 'right'
          ? shown.spans.map(({ file, text, start, end }) => ({ file, quote: text, start, end }))
          : [],
      hits: [],
    },
    note,
  }
}

/** A file is known by the hash of its bytes; several of one name stay apart. */
function frozenFiles(complaints: readonly Complaint[], dataFolder: string): readonly CorpusFile[] {
  const named = new Map(complaints.flatMap(({ documents }) => documents).map(({ id, file }) => [id, file]))
  const db = openDatabase(join(dataFolder, 'yaodian.db'))
  try {
    const store = createSqliteDocumentStore(db)
    return [...named].sort().flatMap(([id, file]) => {
      const bytes = store.bytes(documentIdSchema.parse(id))
      return bytes === undefined ? [] : [{ file, bytes }]
    })
  } finally {
    db.close()
  }
}
