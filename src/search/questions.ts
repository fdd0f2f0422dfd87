/** All that search can be asked, and what answers it: as a module, or in a thread of its own. */
import { type Answer, type Wishes, search } from './engine.ts';
import type { Counted } from './filter-counts.ts';
import type { Chosen } from './filters.ts';
import { type Given, startPagefind } from './pagefind.ts';

/** The questions by their names, with what comes with them. */
interface Questions {
  /** Comes before all others: what is known and loaded of the index. */
  start: [tag: string, questionWords: string[], given: Given];
  /** What was typed. */
  search: [typed: string, wishes: Wishes];
  /** What each choice of a filter would leave, for the search page alone. */
  counts: [typed: string, chosen: Chosen, answer: Answer];
}

/** What answers each. */
interface Answers {
  start: unknown;
  /** Nothing, where another query was asked before this one was looked for. */
  search: Answer | undefined;
  counts: Counted;
}

/** Asks by the name of a question. */
export type Ask = <Name extends keyof Questions>(
  name: Name,
  ...parameters: Questions[Name]
) => Promise<Answers[Name]>;

/** A question on its way to another thread. */
type Question<Name extends keyof Questions> = [name: Name, ...parameters: Questions[Name]];

/** What comes back: the answer, or nothing where something was amiss. */
export type Reply<Name extends keyof Questions> = [answer: Answers[Name]] | null;

const answers: { [Name in keyof Questions]: (...parameters: Questions[Name]) => Promise<Answers[Name]> } = {
  start: startPagefind,
  search: searchNewest,
  counts: async (...parameters) => (await import('./filter-counts.ts')).countsFor(...parameters),
};

const answerTo: Ask = (name, ...parameters) => answers[name](...parameters);

let latest = 0;
let running: Promise<unknown> = Promise.resolve();

async function searchNewest(typed: string, wishes: Wishes): Promise<Answer | undefined> {
  const turn = (latest += 1);
  await running.catch(() => undefined);
  // What was asked meanwhile is waiting, and is let in.
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (turn !== latest) return undefined;
  const answer = search(typed, wishes);
  running = answer;
  return answer;
}

/** Answers a question of another thread by the port that came with it. */
function reply<Name extends keyof Questions>({ data, ports: [port] }: MessageEvent<Question<Name>>): void {
  answerTo(...data).then(
    (answer) => port?.postMessage([answer]),
    () => port?.postMessage(null),
  );
}

// The build leaves a thread's module no exports, so a page that has to answer itself finds it by name.
if ('document' in globalThis) Reflect.set(globalThis, 'answerSearch', answerTo);
else {
  onmessage = reply;
  // It can be asked now.
  postMessage(null);
}
