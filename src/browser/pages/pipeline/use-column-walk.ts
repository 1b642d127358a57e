import { useState } from 'react'
import { useWalk, type WalkControl } from '#parts/lead-panel/use-walk.ts'
import { type ColumnStatus, columnStatuses } from './board-statuses.ts'
import type { BoardData } from './use-board.ts'

interface ColumnWalk {
  readonly walk: WalkControl
  readonly canLoadMore: boolean
  readonly loadMore: () => void
}

/** The walk through the column in which a lead was opened, wherever the lead is moved to meanwhile. */
export function useColumnWalk(board: BoardData, openId: string | null): ColumnWalk {
  const [walked, setWalked] = useState<ColumnStatus | null>(null)
  if (openId === null && walked !== null) setWalked(null)
  const found =
    openId === null
      ? undefined
      : columnStatuses.find((status) => board.columns[status].cards.some(({ lead }) => lead.id === openId))
  if (walked === null && found !== undefined) setWalked(found)
  const column = walked ?? found ?? null
  const list = column === null ? null : board.lists[column]
  const walk = useWalk({
    openId,
    ids: column === null ? null : board.columns[column].cards.map(({ lead }) => lead.id),
    total: column === null ? null : board.columns[column].total,
    question: board.question,
  })
  return {
    walk,
    canLoadMore: walk.hasBeyond || list?.hasMore === true,
    loadMore: () => {
      walk.extend()
      if (!walk.hasBeyond) list?.loadMore()
    },
  }
}
