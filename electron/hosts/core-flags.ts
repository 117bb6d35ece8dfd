// How Node is started for the core, whatever host starts it.

/**
 * A small nursery for new objects, in MB: building a packet makes many short-lived ones beside large buffers, and V8 counts only the former.
 * Measured on a packet of 1,000 pages: about 40 MB less at the peak, no slower. And the heap may grow to twice what was left of it by the last
 * tidying up, not to three or four times: another 50 MB less for a twentieth of the CPU time.
 */
export const CORE_FLAGS: readonly string[] = ['--max-semi-space-size=8', '--heap-growing-percent=100'];
