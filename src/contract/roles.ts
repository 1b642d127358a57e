/** Who somebody is to this dashboard. A manager has everything; what the others have stands in the tables of endpoints and pages. */
export const roles = ['manager', 'rep', 'executive'] as const
export type Role = (typeof roles)[number]
