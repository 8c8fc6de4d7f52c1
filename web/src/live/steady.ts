/** The order that is shown goes on: what is gone goes, what is new comes last, the rest stays where it is. */
export function steady(shown: readonly string[], wanted: readonly string[]): readonly string[] {
  const kept = shown.filter((key) => wanted.includes(key));
  return [...kept, ...wanted.filter((key) => !kept.includes(key))];
}
