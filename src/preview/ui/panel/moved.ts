/** A list with one of it put at a place, counted in the list as it will be; undefined if that is where it is. */
export function moved(list: readonly string[], one: string, to: number): readonly string[] | undefined {
  const from = list.indexOf(one);
  const target = Math.min(list.length - 1, Math.max(0, to));
  if (from === -1 || from === target) return undefined;
  const rest = list.filter((each) => each !== one);
  return [...rest.slice(0, target), one, ...rest.slice(target)];
}
