import type { Fault, Problem } from '../api/types';

/** A command on its way: nothing, asked, or refused. Once it is on record the dialog is gone. */
export type Giving =
  | { readonly state: 'open' }
  | { readonly state: 'asked' }
  | { readonly state: 'refused'; readonly problem: Problem }
  | { readonly state: 'unsure'; readonly why: string };

export const open: Giving = { state: 'open' };

/** The subject changed since it was read: the reader has to look again before deciding. */
export function isStale(giving: Giving): boolean {
  return giving.state === 'refused' && giving.problem.status === 412;
}

/** The fault that the server found with a field. */
export function faultOf(giving: Giving, field: string): Fault | undefined {
  return giving.state === 'refused' ? giving.problem.errors.find((fault) => fault.pointer === `/${field}`) : undefined;
}

/** What is shown beneath the fields: everything that no field shows. */
export function complaint(giving: Giving, fields: readonly string[]): string | undefined {
  switch (giving.state) {
    case 'open':
    case 'asked':
      return undefined;
    case 'unsure':
      return `No answer came: ${giving.why}. It may be on record or not. Ask again: a repeat changes nothing.`;
    case 'refused':
      return fields.some((field) => faultOf(giving, field) !== undefined) ? undefined : giving.problem.detail;
  }
}
