/** The specification's limits. Text is counted in UTF-16 code units, as `String.length` counts. */
export const limits = {
  firstName: 100,
  lastName: 100,
  /** Not in the specification: the longest address that mail allows (RFC 5321). */
  email: 254,
  phone: 20,
  notes: 5000,
  uniqueCode: 100,
  externalRef: 150,
  search: 200,
  pageSize: 100,
  pageSizeDefault: 50,
  subjectMin: 3,
  subject: 180,
  message: 10_000,
  /** Bytes of a request body, on both servers. */
  bodyBytes: 64 * 1024,
} as const
