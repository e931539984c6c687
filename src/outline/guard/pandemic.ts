import { PANDEMIC_MEASURES, PANDEMIC_MEASURES_THEN, PANDEMIC_UNTIL, PANDEMIC_WORDS } from './dated-words.ts'
import { type Find, matchesIn, type Watch } from './find.ts'

const NOTE = '涉疫措施，2023年1月8日起已不再实施（国家卫生健康委公告2022年第7号）'

/** Wording of the epidemic years. Measures that have ended are blanked once they have. */
export function pandemic(watch: Watch): readonly Find[] {
  const isOver = `${watch.draftYear}-12-31` > PANDEMIC_UNTIL
  const then = watch.sourceYear <= 2022 ? matchesIn(watch, PANDEMIC_MEASURES_THEN) : []
  const measures = [...matchesIn(watch, PANDEMIC_MEASURES), ...then]
  const words =
    watch.sourceYear <= 2023
      ? matchesIn(watch, PANDEMIC_WORDS)
      : matchesIn(watch, /新冠(?:病毒)?(?:肺炎|感染)?/gu)
  return [
    ...measures.map(({ start, end }) => ({
      start,
      end,
      flag: 'pandemic' as const,
      note: isOver ? NOTE : '涉疫措施，请按现行防控政策核对',
      blank: isOver ? ('涉疫内容待定' as const) : null,
      showsOld: false,
    })),
    ...words.map(({ start, end }) => ({
      start,
      end,
      flag: 'pandemic' as const,
      note: '涉疫表述，请核现行提法',
      blank: null,
      showsOld: false,
    })),
  ]
}
