// How the reader marks a limit for a fast request, beside the limit for the ordinary one.

/** Stands in `why` of such a stated time. */
export const FAST_REQUEST = 'is about a fast request';
