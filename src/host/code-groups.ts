/** Recharts and what it brings: loaded where a chart is drawn, and nowhere else. */
const charts =
  /recharts|d3-|redux|immer|reselect|es-toolkit|decimal\.js|eventemitter3|use-sync-external-store|ui\/charts\//
/** What pages of figures have in common; a list of leads needs none of it. */
const figures =
  /parts\/(?:explain|export|funnel|print)\/|parts\/figures\/(?!known-sum|range-text)|parts\/period\/(?:compare|period-control|period-keys|period-actions|use-comp|use-matur|day-range)|queries\/(?:comparison|period-step|keep-quarter)|messages\/(?:explain|compare|change|print|funnel|trend)_/

/** What brings news and shows them: fetched behind the first page (`parts/live/late-live.ts`). */
const live = /queries\/live\/|parts\/live\/(?!late-live)|api\/(?:stream|event-lines)|messages\/live_/

/** How the browser's code is cut into files: each small file costs a round trip and a kilobyte of headers. */
export const codeGroups = [
  // What the first file itself needs comes with it, and drags nothing else along.
  { name: 'initial', priority: 2, tags: ['$initial' as const] },
  // What three pages or more use is one file.
  {
    name: 'shared',
    minShareCount: 3,
    priority: 1,
    test: (id: string) => !charts.test(id) && !figures.test(id) && !live.test(id),
  },
  { name: 'live', test: live },
  { name: 'figures', minShareCount: 2, test: figures },
]
