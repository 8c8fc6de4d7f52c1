import type { Order } from '../api/http';
import type { Sign } from '../parts/Glyph';

/** What a person fills in, by the field's name. */
export type Form = Readonly<Record<string, string>>;

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly effect: string;
}

export type Field =
  | { readonly kind: 'lines'; readonly name: string; readonly label: string; readonly hint: string; readonly first?: string }
  | { readonly kind: 'line'; readonly name: string; readonly label: string; readonly hint: string; readonly first?: string }
  | { readonly kind: 'instant'; readonly name: string; readonly label: string; readonly hint: string; readonly first: string }
  | { readonly kind: 'choice'; readonly name: string; readonly label: string; readonly options: readonly Option[]; readonly first: string }
  | { readonly kind: 'tick'; readonly name: string; readonly label: string; readonly first: boolean }
  /** Nothing is sent before exactly this is written. */
  | { readonly kind: 'typed'; readonly name: string; readonly text: string };

export interface Effect {
  readonly sign: Sign;
  readonly text: string;
}

/** An act as its dialog shows it: a question, what it means for people, what is to be filled in, and what is sent. */
export interface Plan {
  readonly title: string;
  readonly effects: readonly Effect[];
  readonly fields: readonly Field[];
  /** The command button, named by the verb. */
  readonly verb: string;
  /** The quiet button, named by what stays. */
  readonly stay: string;
  readonly stops?: boolean;
  /** Whether a store has to confirm it, after it is on record. */
  readonly reachesStore?: boolean;
  readonly order: (form: Form) => Order;
}

/** What an act is about. */
export interface Subject {
  /** `Android 8.9.2`. */
  readonly title: string;
  readonly version: string;
  /** Where its commands go. */
  readonly address: string;
  /** As it was seen. */
  readonly revision: number;
  readonly asOf: string;
}

export function firstValues(fields: readonly Field[]): Form {
  return Object.fromEntries(fields.map((field) => [field.name, firstValue(field)]));
}

function firstValue(field: Field): string {
  switch (field.kind) {
    case 'lines':
    case 'line':
      return field.first ?? '';
    case 'instant':
    case 'choice':
      return field.first;
    case 'tick':
      return field.first ? 'yes' : '';
    case 'typed':
      return '';
  }
}

/** What has to be done in the dialog before anything is sent. */
export function lacking(fields: readonly Field[], form: Form): string | undefined {
  for (const field of fields) {
    const value = form[field.name]?.trim() ?? '';
    if (field.kind === 'choice' && value === '') {
      return 'Choose first.';
    }
    if (field.kind === 'typed' && value !== field.text) {
      return `Write ${field.text} first.`;
    }
  }
  return undefined;
}

export const reason = (hint = 'Goes to the log. At least 5 characters.', label = 'Reason'): Field => ({
  kind: 'lines',
  name: 'reason',
  label,
  hint,
});

export const reasonIfAny: Field = reason('Goes to the log. May stay empty: stopping is never gated.');

/** Leaves out what was left empty. */
export function filled(form: Form, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (form[name]?.trim() ? [[name, form[name]?.trim() ?? '']] : [])));
}
