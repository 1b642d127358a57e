import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { followOwnWrites } from './client-write-book.ts'
import { askStatusOnScopeNews, createQueryClient } from './query-client.ts'

/** What every query of the app needs above it. */
export function QueryProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createQueryClient)
  useEffect(() => askStatusOnScopeNews(client), [client])
  useEffect(() => followOwnWrites(client), [client])
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
