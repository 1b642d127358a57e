import { createRoot } from 'react-dom/client'
import { columns, rows } from './rows.ts'

function Table() {
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} data-row>
            {columns.map((column) => (
              <td key={column}>{row[column]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<Table />)
