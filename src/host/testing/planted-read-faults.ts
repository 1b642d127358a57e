import { fault, type Json, lies, liesAbout, mishears, type PlantedFault } from './faulty-server.ts'

const list = '/leads'

/** Hears a bound a millisecond later: what was exclusive becomes inclusive, and the other way round. */
function later(name: string) {
  return (query: URLSearchParams) => {
    const text = query.get(name)
    if (text?.includes('T') === true) query.set(name, new Date(Date.parse(text) + 1).toISOString())
  }
}

/** Hears another value for a parameter, where the condition holds; null: none at all. */
function hears(path: string, name: string, value: string | null, isMeant = (_: string | null) => true) {
  return mishears(path, (query) => {
    if (!isMeant(query.get(name))) return
    if (value === null) query.delete(name)
    else query.set(name, value)
  })
}

/** Adds to a figure of an answer. */
function adds(path: string, field: string, amount: number) {
  return liesAbout(path, (data) => {
    const place = Array.isArray(data) ? data[0] : data
    place[field] += amount
  })
}

export const plantedReadFaults: readonly PlantedFault[] = [
  fault(
    'a field left out',
    'List Leads answers',
    liesAbout(list, (data) => {
      for (const row of data) delete row.notes
    }),
  ),
  fault(
    'pages of 20',
    'a page has 50',
    hears(list, 'limit', '20', (limit) => limit === null),
  ),
  fault(
    'limit 101 is taken',
    'limit is 1 to 100',
    hears(list, 'limit', '100', (limit) => limit === '101'),
  ),
  fault('page 2 is page 1', 'page 2 goes on', hears(list, 'page', null)),
  fault(
    'a cursor that repeats a row',
    'walking by cursor',
    liesAbout(list, (data, _, url) => url.searchParams.has('cursor') && data.unshift(data.pop())),
  ),
  fault(
    'a cursor on the last page',
    'the last page has',
    liesAbout(list, (_, answer) => {
      answer.body.pagination.nextCursor ??= 'more'
    }),
  ),
  fault(
    'any cursor is taken',
    'a malformed cursor',
    hears(list, 'cursor', null, (cursor) => cursor === 'conformance'),
  ),
  fault('sortOrder is ignored', 'sortBy and sortOrder', hears(list, 'sortOrder', null)),
  fault(
    'oldest first',
    'the newest lead',
    hears(list, 'sortOrder', 'asc', (order) => order === null),
  ),
  fault('status is ignored', 'status filters', hears(list, 'status', null)),
  fault('createdTo is inclusive', 'createdFrom is inclusive', mishears(list, later('createdTo'))),
  fault('createdFrom is exclusive', 'createdFrom is inclusive', mishears(list, later('createdFrom'))),
  fault(
    'dates in UTC',
    'a bare date',
    mishears(list, (query) => {
      for (const name of ['createdFrom', 'createdTo']) {
        const day = query.get(name)
        if (day?.length === 10) query.set(name, `${day}T00:00Z`)
      }
    }),
  ),
  fault('search is ignored', 'search finds a lead by its email', hears(list, 'search', null)),
  fault(
    '0812… is not found',
    'an Indonesian phone',
    hears(list, 'search', 'nobody', (text) => /^08/.test(text ?? '')),
  ),
  fault(
    'an unknown lead is an empty one',
    'a lead that nobody has is',
    lies((answer) => {
      if (answer.status === 404) Object.assign(answer, { status: 200, body: { success: true, data: { id: 'none' } } })
    }),
  ),
  fault('amounts as text', 'Get Lead answers', lies(textAmount)),
  fault('one lead too many', 'summary, funnel and sync states', adds('/summary', 'totalLeads', 1)),
  fault(
    'seven days unasked',
    'the last 30 days',
    hears('/summary', 'timeframe', 'last_7_days', (name) => name === null),
  ),
  fault('weeks from Sunday', 'timeframes follow', liesAbout('/summary', dayEarlier)),
  fault('shares off by one', 'funnel shares', adds('/funnel', 'percentage', 1)),
  fault('three decimals', 'funnel shares', adds('/funnel', 'percentage', 0.001)),
  fault(
    'a status without leads',
    'the funnel leaves out',
    liesAbout('/funnel', (data) => data.push({ status: 'hot', count: 0, percentage: 0 })),
  ),
  fault('to is inclusive', 'from is inclusive', mishears('/analytics/summary', later('to'))),
  fault('a won value off by one', 'totalConversionValue', adds('/summary', 'totalConversionValue', 1)),
  fault('a campaign with too many', 'campaigns name', adds('/campaigns', 'conversions', 1000)),
  fault('platform is ignored', 'platform filters', hears('/conversions/status', 'platform', null)),
  fault(
    'any platform is taken',
    'what is no timeframe',
    hears('/conversions/status', 'platform', null, (platform) => platform === 'bing'),
  ),
  fault(
    'delivered ones are pending',
    'Pending Conversions',
    liesAbout('/pending', (data) => {
      data[0].conversionSyncStatus = 'synced'
    }),
  ),
]

function textAmount({ status, body }: { status: number; body: Json }, url: URL): void {
  if (/\/leads\/./.test(url.pathname) && status === 200) body.data.estimatedValue = String(body.data.estimatedValue)
}

function dayEarlier(data: Json): void {
  if (data.timeframe !== 'current_week') return
  data.period.from = new Date(Date.parse(data.period.from) - 86_400_000).toISOString()
}
