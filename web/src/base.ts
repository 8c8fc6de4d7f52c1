/** The path under which these pages are served, with a slash at its end, found from the address of one of their own files. */
export function baseOf(moduleUrl: string): string {
  return new URL('../', moduleUrl).pathname;
}

const here: string = import.meta.url;

/** `/`, or `/signalbox/` behind a proxy that serves other things too. */
export const base: string = baseOf(here);
