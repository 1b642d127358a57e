/** The day column depends on the workspace's zone; it is dropped and added again when the zone changes. */
export function createdDayStatements(zone: string): readonly string[] {
  return [
    'alter table leads drop column created_day',
    `alter table leads add column created_day date not null
      generated always as ((created_at at time zone '${zone.replaceAll("'", "''")}')::date) stored`,
  ]
}
