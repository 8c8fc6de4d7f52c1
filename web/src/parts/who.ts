/**
 * Robot, store or person: whose doing something was.
 *
 * @param stores the keys of the stores, which the journal names as it names people
 */
export function who(by: string, stores: readonly string[] = []): 'robot' | 'store' | 'person' {
  if (by === 'Robot') {
    return 'robot';
  }
  return stores.includes(by) ? 'store' : 'person';
}
