import { dashboardHeader, purposeHeader } from '#contract/headers.ts'

/** What this dashboard's own page sends with every request. */
export const ownHeaders = { [dashboardHeader.name]: dashboardHeader.value, 'Sec-Fetch-Site': 'same-origin' } as const

/** The same where nothing kept will do: each read is a call. */
export const anewHeaders = { ...ownHeaders, [purposeHeader]: 'anew' } as const
