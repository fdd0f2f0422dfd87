/** What this project uses of the package, which has no types of its own. */
declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  export function generateFragmentFromRange(range: Range): {
    fragment?: { prefix?: string; textStart: string; textEnd?: string; suffix?: string };
  };
}
