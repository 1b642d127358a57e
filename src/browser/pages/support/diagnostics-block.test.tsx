import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { DiagnosticsBlock } from './diagnostics-block.tsx'

function Block() {
  const [isSent, setSent] = useState(true)
  return <DiagnosticsBlock lines={['Dashboard 0.1.0']} isSent={isSent} onChange={setSent} personal={null} />
}

it('keeps the focus where diagnostics are removed and added again', async () => {
  render(<Block />)
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }))
  expect(screen.queryByText('Dashboard 0.1.0')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add diagnostics' }))
  await userEvent.keyboard('{Enter}')
  expect(screen.getByText('Dashboard 0.1.0')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove' }))
})
