/** Where the reader is. */
export const viewerZone: string = Intl.DateTimeFormat().resolvedOptions().timeZone;
