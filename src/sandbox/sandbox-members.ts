import type { Member } from '#contract/member.ts'

/** The sample workspace's team. The API gives the ids alone; the names are for whoever shows the sample. */
export const sandboxMembers = [
  { id: '3f2a9c41-7d15-4b8e-9a60-1c5e8f2b7d01', name: 'Sari' },
  { id: '8b1d4e72-2c96-4f03-8e57-6a9d0c3f5e02', name: 'Dodi' },
  { id: 'c5e70a93-9f48-4d21-b374-2e8b6d1a4c03', name: 'Rini' },
  { id: 'e94b6d18-5a03-4c7f-a1e2-7f4c9b8d2e04', name: 'Agus' },
  { id: '17d8f3b5-6e2c-4a94-9c0b-4d7e1f5a8b05', name: 'Maya' },
] as const satisfies readonly Member[]
