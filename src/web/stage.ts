export interface Stage {
  readonly text: string
  readonly state: 'done' | 'now' | 'later'
}

/**
 * The three steps of an answer and where it stands.
 * @param found how many documents are looked through; null until that is known
 */
export function stagesOf(found: number | null, proven: number): readonly Stage[] {
  const isFound = found !== null
  return [
    { text: '检索', state: isFound ? 'done' : 'now' },
    { text: isFound ? `找到 ${found} 份文件` : '找到文件', state: isFound ? 'done' : 'later' },
    { text: proven === 0 ? '逐句核验' : `逐句核验，已通过 ${proven} 句`, state: isFound ? 'now' : 'later' },
  ]
}
