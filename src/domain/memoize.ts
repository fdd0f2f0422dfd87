/**
 * A function of a text that remembers what it made: search is asked for the same texts with each key, and pages name the
 * same days.
 *
 * @param most how many it remembers; with one more it starts anew
 */
export function memoize<Made>(most: number, make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    let made = known.get(text);
    if (made === undefined) {
      if (known.size >= most) known.clear();
      made = make(text);
      known.set(text, made);
    }
    return made;
  };
}
