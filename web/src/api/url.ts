import { base } from '../base';

/** Makes an address under the pages' own path; every part that is put in is encoded. */
export function url(parts: TemplateStringsArray, ...values: string[]): string {
  return base + encoded(parts, values);
}

/** The same under `api/v1/`. */
export function api(parts: TemplateStringsArray, ...values: string[]): string {
  return `${base}api/v1/${encoded(parts, values)}`;
}

export function encoded(parts: TemplateStringsArray, values: string[]): string {
  return parts.reduce((made, part, i) => made + encodeURIComponent(values[i - 1] ?? '') + part);
}
