interface ImportMetaEnv {
  /** Words that only ask, from the thesaurus. */
  readonly QUESTION_WORDS: readonly string[];
}
