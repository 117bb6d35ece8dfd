// How Node is started for the core, whatever host starts it.

/**
 * A limit to the nursery for new objects, in MB, and a heap that grows to twice what was left of it by the last tidying up, not to three or four
 * times: building a packet makes many short-lived objects beside large buffers, and V8 counts only the former. Measured on a packet of 1,000
 * pages: 30 to 60 MB less at the peak, no slower. A nursery half as large saves some 10 MB more and costs a fifth of the time.
 */
export const CORE_FLAGS: readonly string[] = ['--max-semi-space-size=16', '--heap-growing-percent=100'];
