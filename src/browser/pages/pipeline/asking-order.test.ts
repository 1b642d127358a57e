import { expect, it } from 'vitest'
import { askingOrder } from './asking-order.ts'
import { boardStatuses, columnStatuses } from './board-statuses.ts'

it('asks for the column in sight first, for every list once, and for the counts of closed leads last', () => {
  for (const column of columnStatuses) {
    const order = askingOrder(column)
    expect(order[0]).toBe(column)
    expect([...order].sort()).toEqual([...boardStatuses].sort())
    expect(order.slice(-2)).toEqual(['won', 'lost'])
  }
})
