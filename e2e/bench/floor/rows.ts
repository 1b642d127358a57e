/** The 25 rows that both floors draw: as much text as a screen of leads. */
export const rows = Array.from({ length: 25 }, (_, index) => ({
  name: `Budi Santoso ${index + 1}`,
  status: 'Contacted',
  phone: `0812-3456-78${String(index).padStart(2, '0')}`,
  value: `Rp ${(index + 1) * 500}.000`,
  source: 'WhatsApp · Meta',
  updated: `${index + 1} min`,
}))

export const columns = ['name', 'status', 'phone', 'value', 'source', 'updated'] as const
