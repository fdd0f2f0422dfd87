/** Something that an import has to say of a document: why it is refused, or what an editor should look at. */
export interface Problem {
  /** The line of the document, counted from 1. */
  line?: number;
  /** What is wrong or remarkable, and what would be right. */
  problem: string;
}
