import { useEffect, useState } from 'react'
import { readAmount } from './amount-fault.ts'

/** How long somebody stops typing before a fault is told: an amount half typed is not wrong yet. */
const pauseMs = 700

/** What is wrong with an amount, once its typing has paused; nothing while it goes on. */
export function usePausedFault(typed: string): string | undefined {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return settled === typed ? readAmount(typed).fault : undefined
}
