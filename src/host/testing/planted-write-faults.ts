import { answers, fault, lies, mishears, type PlantedFault } from './faulty-server.ts'

const leads = '/leads'
const oneLead = '/leads/'

export const plantedWriteFaults: readonly PlantedFault[] = [
  fault(
    'other words for Required',
    'a lead without firstName',
    lies(({ body }) => {
      if (body.error?.details?.firstName === 'Required') body.error.details.firstName = 'Is needed'
    }),
  ),
  fault(
    'details that do not name the field',
    'what is too long',
    lies(({ body }) => {
      if (body.error?.details != null) body.error.details = {}
    }),
  ),
  fault(
    '5xx for broken JSON',
    'a body that is not JSON',
    lies((answer) => {
      if (answer.body.error?.details?.body !== undefined) answer.status = 500
    }),
  ),
  fault(
    'long notes are cut, not refused',
    'what is too long',
    mishears(leads, (_, body) => cutNotes(body)),
  ),
  fault('a creation is 200', 'a creation is 201', answers(201, 200)),
  fault(
    'null is ignored',
    'null clears',
    mishears(oneLead, (_, body) => withoutNulls(body)),
  ),
  fault(
    'a change clears the rest',
    'Update Lead changes',
    mishears(oneLead, (_, body) => ({ lastName: null, ...body })),
  ),
  fault(
    'an empty change counts',
    'an empty change',
    mishears(oneLead, (_, body) => (Object.keys(body).length === 0 ? { notes: 'x' } : body)),
  ),
  fault(
    'the reference is lost',
    'search finds it',
    mishears(leads, (_, body) => ({ ...body, externalRef: undefined })),
  ),
  fault(
    'a code is taken twice',
    'a uniqueCode in use',
    lies((answer) => {
      if (answer.body.error?.details?.uniqueCode === 'Already in use') answer.status = 200
    }),
  ),
  fault(
    'tickets are low',
    'a ticket is answered',
    mishears('/tickets', (_, body) => ({ priority: 'low', ...body })),
  ),
]

interface Body {
  readonly [field: string]: unknown
}

function cutNotes(body: Body): Body {
  return typeof body.notes === 'string' ? { ...body, notes: body.notes.slice(0, 5000) } : body
}

function withoutNulls(body: Body): Body {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
}
