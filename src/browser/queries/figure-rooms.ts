/** Rooms of the cache (the first word of a key) whose answers count leads. */
export const figureRooms = [
  'summary',
  'funnel',
  'campaigns',
  'sync-status',
  'unsent-conversions',
  'touch-leads',
] as const
