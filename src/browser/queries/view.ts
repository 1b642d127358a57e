import type { UseQueryResult } from '@tanstack/react-query'
import { askAnew } from './asked-anew.ts'
import type { FailedCall } from './failed-call.ts'
import type { Failure } from './failure.ts'

/** One read as a screen needs it. `data` stays while a refresh runs or fails; `failure` stands beside it. */
export interface View<T> {
  readonly data: T | undefined
  /** Epoch milliseconds at which the data was true. */
  readonly asOf: number | undefined
  /** Konektor's name for the answer, for its support; null where it gave none. */
  readonly requestId?: string | null
  readonly failure: Failure | null
  readonly isPending: boolean
  readonly isRefreshing: boolean
  readonly askAgain: () => void
}

/** Data with the time at which it was true: what every query keeps. */
export interface Dated<T> {
  readonly data: T
  readonly asOf: number
  readonly requestId?: string | null
}

export function toView<T>(result: UseQueryResult<Dated<T>, FailedCall>): View<T> {
  return {
    data: result.data?.data,
    asOf: result.data?.asOf,
    requestId: result.data?.requestId ?? null,
    failure: result.error?.failure ?? null,
    isPending: result.isPending,
    isRefreshing: result.isFetching && !result.isPending,
    askAgain: () => askAnew(() => void result.refetch()),
  }
}
